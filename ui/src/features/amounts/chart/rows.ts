import type { AmountKind, Scope } from "../../../api/generated/wire";
import { KIND_WORDS } from "../../event/amounts";
import type { Line } from "../amounts.svelte";

/** A sum with its bounds as numbers: good enough to draw, never to reckon with. */
export type Drawn = { line: Line; low: number; high: number };

/** A row of the chart: sums of one kind, all in total or all per head. */
export type ChartRow = {
  id: string;
  name: string;
  drawn: Drawn[];
  /** Sums that are stated in words alone and have no place on a scale. */
  words: Line[];
};

const SCOPES: readonly Scope[] = ["total", "per_head"];
const SCOPE_WORDS: Record<Scope, string> = { total: "in total", per_head: "per head" };

/** The rows of a chart, in the order in which a matter goes: claimed, offered, settled, fined, awarded, paid. */
export function chartRows(lines: readonly Line[]): ChartRow[] {
  const kinds = Object.keys(KIND_WORDS) as AmountKind[];
  return kinds.flatMap((kind) =>
    SCOPES.flatMap((scope) => {
      const mine = lines.filter(({ amount }) => amount.kind === kind && amount.scope === scope);
      return mine.length === 0 ? [] : [rowOf(kind, scope, mine)];
    }),
  );
}

function rowOf(kind: AmountKind, scope: Scope, lines: readonly Line[]): ChartRow {
  const drawn = lines.flatMap((line) => drawnOf(line) ?? []);
  const hasPlace = new Set(drawn.map(({ line }) => line));
  return {
    id: `${kind}-${scope}`,
    name: `${KIND_WORDS[kind]}, ${SCOPE_WORDS[scope]}`,
    drawn,
    words: lines.filter((line) => !hasPlace.has(line)),
  };
}

/** The bounds of a sum; null where only words are stated. A range with one end open is drawn at the other. */
function drawnOf(line: Line): Drawn | null {
  const { low, high } = line.amount;
  const bounds = [low ?? high, high ?? low].map((each) => (each === null ? Number.NaN : Number(each)));
  const [from = Number.NaN, to = Number.NaN] = bounds;
  if (!Number.isFinite(from) || !Number.isFinite(to)) return null;
  return { line, low: Math.min(from, to), high: Math.max(from, to) };
}
