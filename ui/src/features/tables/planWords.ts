import type { PlanRow, PlanStanding, TablePlan } from "../../api/generated/wire";
import { number } from "../../design/words";

/** What can become of a row, in the order in which it is told: what wants a look first. */
export const STANDINGS: readonly PlanStanding[] = ["refused", "changed", "added", "unchanged"];

/** "8 added, 3 changed, 40 unchanged, 2 refused". */
export function countsOf({ added, changed, unchanged, refused }: TablePlan): string {
  const parts = Object.entries({ added, changed, unchanged, refused });
  return parts.map(([standing, rows]) => `${number(rows)} ${standing}`).join(", ");
}

/** The rows of one standing, or of all: refused ones first, each in the order of the file. */
export function listed(plan: TablePlan, standing: PlanStanding | null): PlanRow[] {
  const wanted = standing === null ? STANDINGS : [standing];
  return wanted.flatMap((each) => plan.rows.filter((row) => row.standing === each));
}

/** What changes, or why it is refused: "Date: “32 May” is no date." */
export function wordsOf({ column, words }: PlanRow): string {
  return [column, words].filter(Boolean).join(": ");
}
