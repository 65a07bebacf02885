import type { VerifyReport } from "../../api/generated/wire";

const KEPT_UNDER = "proofline.verified";

/** The last whole verification of a library from this window: when it began, and whether everything held. */
export type LastVerified = { at: string; ok: boolean };

/** What is remembered of the library in a folder; null where nothing is. */
export function recall(path: string): LastVerified | null {
  return all()[path] ?? null;
}

/** Remembers a verification; one that was cancelled says nothing of the whole. */
export function remember(path: string, { at, ok, cancelled }: VerifyReport): void {
  if (cancelled) return;
  try {
    localStorage.setItem(KEPT_UNDER, JSON.stringify({ ...all(), [path]: { at, ok } }));
  } catch {
    // A window without storage forgets it when it closes.
  }
}

function all(): Record<string, LastVerified> {
  try {
    return JSON.parse(localStorage.getItem(KEPT_UNDER) ?? "{}") as Record<string, LastVerified>;
  } catch {
    return {};
  }
}
