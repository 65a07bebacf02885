import type { EventStatus } from "../../api/generated/wire";

/** How firmly an event can stand. */
export const STATUSES: readonly EventStatus[] = ["alleged", "reported", "confirmed", "disputed", "scheduled"];

/** Kinds of event that are offered; any other word will do. */
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
