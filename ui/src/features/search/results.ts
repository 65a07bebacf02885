import type { Hit, ItemKind, KindCount } from "../../api/generated/wire";
import { isFile } from "./chosen";

/** A line that can be walked to: a hit, or the way to all of a kind of which only the best are listed. */
export type Row = { at: number } & ({ hit: Hit; all?: undefined } | { hit?: undefined; all: KindCount });

/** What stands under one head: the items of a kind that is no document, or the pages of one document. */
export type Block = { key: string; kind: ItemKind; head: Hit; rows: Row[] };

/**
 * Hits under their heads, in the order in which they came: first what is no document, by kind; then documents, each at its
 * best page. `kinds` tells how many there are of each; `chosen` are the kinds that the answer was narrowed down to.
 */
export function blocksOf(
  hits: readonly Hit[],
  kinds: readonly KindCount[],
  chosen: readonly ItemKind[],
): Block[] {
  const blocks = new Map<string, Hit[]>();
  for (const hit of hits) {
    const key = isFile(hit.kind) ? hit.item : hit.kind;
    const block = blocks.get(key);
    if (block) block.push(hit);
    else blocks.set(key, [hit]);
  }
  let at = 0;
  return [...blocks].flatMap(([key, hits]) => {
    const head = hits[0];
    if (!head) return [];
    const rows: Row[] = hits.map((hit) => ({ hit, at: at++ }));
    const all = kinds.find(({ kind }) => kind === head.kind);
    const isWhole = chosen.length === 1 && chosen[0] === head.kind;
    if (all && !isFile(head.kind) && !isWhole && all.count > hits.length) rows.push({ all, at: at++ });
    return [{ key, kind: head.kind, head, rows }];
  });
}

/** The rows of all blocks; each stands at its own position. */
export function rowsOf(blocks: readonly Block[]): Row[] {
  return blocks.flatMap((block) => block.rows);
}

/** Whether two hits are of the same place. */
export function isSameHit(a: Hit | null, b: Hit | null): boolean {
  return a !== null && b !== null && a.item === b.item && a.page === b.page;
}

/** The next hit in a document from a position on, forwards (1) or back (−1); null where there is none. */
export function documentHit(rows: readonly Row[], from: number, by: 1 | -1): Row | null {
  for (let at = from + by; at >= 0 && at < rows.length; at += by) {
    const row = rows[at];
    if (row?.hit?.opens.view === "document") return row;
  }
  return null;
}

/** How many files, and how many items of every kind, an answer tells of: what is still to be listed is the rest. */
export function countOf(kinds: readonly KindCount[], items: number): { files: number; others: number } {
  if (kinds.length === 0) return { files: items, others: 0 };
  const files = kinds.filter(({ kind }) => isFile(kind)).reduce((sum, { count }) => sum + count, 0);
  return { files, others: kinds.reduce((sum, { count }) => sum + count, 0) - files };
}
