import type { CustodyRow, DocumentRow } from "../../api/generated/wire";
import { moment } from "../../design/words";

/** How it stands with a document's bytes: in a word, in a sentence, and what to do where they are other ones. */
export type Standing = { short: string; words: string; remedy: string; state: DocumentRow["custody"] };

export function standingOf({ custody: state, verified_at }: DocumentRow): Standing {
  const at = verified_at === null ? "" : ` ${moment(verified_at)}`;
  if (state === "verified")
    return {
      ...{ state, short: `verified${at}`, remedy: "" },
      words: `Verified${at}: the bytes are what was imported.`,
    };
  if (state === "failed")
    return {
      ...{ state, short: "bytes changed" },
      words: `Checked${at}: the bytes are not what was imported.`,
      remedy: "Put the original back from a copy that has the SHA-256 below, then verify again.",
    };
  return {
    ...{ state, short: "not verified yet" },
    words: "Not verified since it was imported.",
    remedy: "Verifying computes its SHA-256 again and holds it against the one below.",
  };
}

/** The first digits of a hash, enough to tell lines apart by eye. */
export function shortHash(hash: string): string {
  return hash.slice(0, 8);
}

/** A long list with its middle left out: where it came from and what was done last is what people look for. */
export function folded(rows: readonly CustodyRow[]): {
  first: CustodyRow[];
  hidden: number;
  last: CustodyRow[];
} {
  const [FIRST, LAST] = [5, 20];
  const hidden = rows.length - FIRST - LAST;
  if (hidden < 5) return { first: [...rows], hidden: 0, last: [] };
  return { first: rows.slice(0, FIRST), hidden, last: rows.slice(-LAST) };
}
