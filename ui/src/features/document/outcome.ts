import type { Outcome } from "../../api/generated/wire";

/** How reading a file ended, in words. */
export const OUTCOME_WORDS: Record<Outcome, string> = {
  ok: "Read",
  partial: "Read in part",
  unsupported: "Kind of file not supported",
  encrypted: "Encrypted",
  limit: "Too large to read",
  timeout: "Took too long to read",
  crash: "Could not be read",
};

/** Whether there is text to show. */
export function wasRead(outcome: Outcome): boolean {
  return outcome === "ok" || outcome === "partial";
}
