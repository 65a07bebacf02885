import type { ErrorCode, WireError } from "./generated/wire";

/** What the interface offers to do about an error. */
export type Remedy = "open_library" | "choose_folder" | "plain_reading" | "try_again" | "none";

/** How one kind of error is named, and what is offered. */
export type Wording = { title: string; remedy: Remedy };

/** The one table from error codes to words and action. */
export const WORDING: Record<ErrorCode, Wording> = {
  no_library: { title: "No library is open", remedy: "open_library" },
  not_a_library: { title: "This folder is not a library", remedy: "choose_folder" },
  not_empty: { title: "The folder is not empty", remedy: "choose_folder" },
  newer_schema: { title: "The library is from a newer Proofline", remedy: "choose_folder" },
  older_schema: { title: "The library has to be brought forward first", remedy: "try_again" },
  locked: { title: "The library is open elsewhere", remedy: "try_again" },
  read_only: { title: "The library can only be read", remedy: "none" },
  not_found: { title: "It is not here any more", remedy: "none" },
  ambiguous: { title: "More than one thing fits", remedy: "none" },
  taken: { title: "That name is taken", remedy: "none" },
  bad_date: { title: "The date cannot be read", remedy: "none" },
  bad_quote: { title: "The page does not hold these words", remedy: "none" },
  bad_query: { title: "The query cannot be read", remedy: "plain_reading" },
  bad_value: { title: "A value is wrong", remedy: "none" },
  nothing_to_undo: { title: "There is nothing to undo", remedy: "none" },
  busy: { title: "Another task is still running", remedy: "try_again" },
  disk: { title: "The disk refused", remedy: "try_again" },
  damaged: { title: "Something in the library is damaged", remedy: "none" },
  internal: { title: "Proofline made a mistake", remedy: "try_again" },
};

/** The title under which an error is shown. */
export function titleOf(error: WireError): string {
  return WORDING[error.code].title;
}

/** What to do about an error. */
export function remedyOf(error: WireError): Remedy {
  return WORDING[error.code].remedy;
}

/** Any rejection as a `WireError`: the shell itself can fail with something that is none. */
export function asWireError(reason: unknown): WireError {
  if (isWireError(reason)) return reason;
  const message = reason instanceof Error ? reason.message : String(reason);
  return { code: "internal", message, hint: "", column: null, plain: null };
}

function isWireError(reason: unknown): reason is WireError {
  return (
    typeof reason === "object" &&
    reason !== null &&
    "code" in reason &&
    typeof reason.code === "string" &&
    reason.code in WORDING
  );
}
