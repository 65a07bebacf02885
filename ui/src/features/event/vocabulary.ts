import type { AmountKind, EventStatus, Scope, Stance } from "../../api/generated/wire";

/** How firmly an event can stand. */
export const STATUSES: readonly EventStatus[] = ["alleged", "reported", "confirmed", "disputed", "scheduled"];

/** How somebody can stand to what they tell. */
export const STANCES: readonly Stance[] = ["reports", "alleges", "denies", "confirms", "rules"];

/** What a sum can be. */
export const AMOUNT_KINDS: readonly AmountKind[] = [
  "claimed",
  "offered",
  "settled",
  "fined",
  "awarded",
  "paid",
];

/** Over what a sum is counted, as a person writes it. */
export const SCOPES: readonly [Scope, string][] = [
  ["total", "in total"],
  ["per_head", "per head"],
];

/** Currencies that are offered; any other of ISO 4217 will do. */
export const CURRENCIES: readonly string[] = ["USD", "EUR", "GBP", "KRW", "CAD", "JPY"];

/** Kinds of event that are offered beside those in use; any other word will do. */
export const KINDS: readonly string[] = [
  "filing",
  "hearing",
  "ruling",
  "order",
  "fine",
  "settlement",
  "statement",
  "ban",
  "report",
  "deadline",
];
