import type { AccountRow, AmountRow, DateView } from "../../api/generated/wire";

/** The values of an account that another account of the same event contradicts: its date, and which of its sums. */
export type Differs = { date: boolean; amounts: ReadonlySet<AmountRow> };

/** Which values of each account are contradicted, by the account's identifier: what `conflicts` says in words. */
export function differing(accounts: readonly AccountRow[]): ReadonlyMap<string, Differs> {
  return new Map(
    accounts.map((account) => {
      const others = accounts.filter((each) => each !== account);
      const date = others.some((each) => datesExclude(account.date, each.date));
      const sums = others.flatMap((each) => each.amounts);
      const amounts = account.amounts.filter((one) => sums.some((two) => sumsExclude(one, two)));
      return [account.account, { date, amounts: new Set(amounts) }];
    }),
  );
}

/** Whether two dates have no day in common. An open end reaches as far as it may. */
function datesExclude(one: DateView, two: DateView): boolean {
  if (one.shape === "undated" || two.shape === "undated") return false;
  return endsBefore(one, two) || endsBefore(two, one);
}

function endsBefore(one: DateView, two: DateView): boolean {
  return one.latest !== null && two.earliest !== null && one.latest < two.earliest;
}

/** Whether two sums of one kind, currency and scope have no figure in common. */
function sumsExclude(one: AmountRow, two: AmountRow): boolean {
  if (one.kind !== two.kind || one.currency !== two.currency || one.scope !== two.scope) return false;
  const [a, b] = [bounds(one), bounds(two)];
  return a !== null && b !== null && (a.high < b.low || b.high < a.low);
}

function bounds({ low, high }: AmountRow): { low: number; high: number } | null {
  if (low === null) return null;
  return { low: Number(low), high: Number(high ?? low) };
}
