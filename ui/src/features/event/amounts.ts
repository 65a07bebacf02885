import type { AccountRow, AmountKind, AmountRow } from "../../api/generated/wire";

/** The kinds of sum as they are headed. */
export const KIND_WORDS: Record<AmountKind, string> = {
  claimed: "Claimed",
  offered: "Offered",
  settled: "Settled",
  fined: "Fined",
  awarded: "Awarded",
  paid: "Paid",
};

/** Every sum that the accounts state; the same sum, stated alike by several, once. */
export function amountsOf(accounts: readonly AccountRow[]): AmountRow[] {
  const seen = new Map<string, AmountRow>();
  for (const amount of accounts.flatMap((account) => account.amounts)) {
    const key = [amount.kind, amount.display].join("\n");
    const before = seen.get(key);
    if (!before || (!before.converted && amount.converted)) seen.set(key, amount);
  }
  return [...seen.values()];
}

/** Every number of people or things that the accounts state, each once. */
export function quantitiesOf(accounts: readonly AccountRow[]): string[] {
  return [...new Set(accounts.flatMap((account) => account.quantities))];
}
