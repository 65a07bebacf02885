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

/** What an account is called: its document, else who asserts it. */
export function tellerOf(account: Pick<AccountRow, "document_title" | "asserted_by">): string {
  return account.document_title ?? account.asserted_by;
}

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

/** A name with the sign of the possessive: "Reuters’", "the clerk’s". */
export function possessive(name: string): string {
  return name.endsWith("s") ? `${name}’` : `${name}’s`;
}
