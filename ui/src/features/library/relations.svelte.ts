import type { RelationKind, RelationRow } from "../../api/generated/wire";

/** How one case can hang together with another, as it is shown. */
export const RELATION_KINDS: Record<RelationKind, string> = {
  waits_on: "waits on",
  follows: "follows",
  consolidated_into: "is consolidated into",
  appeals: "appeals",
};

/** A relation that is being written. */
export type Relation = { id: number; kind: RelationKind; to: string; note: string };

/** The relations of a case, while they are being written. */
export class RelationsDraft {
  rows = $state<Relation[]>([]);
  #next = 0;

  constructor(rows: readonly RelationRow[]) {
    this.rows = rows.map(({ kind, to, note }) => ({ id: this.#next++, kind, to, note }));
  }

  add(to: string): void {
    this.rows.push({ id: this.#next++, kind: "waits_on", to, note: "" });
  }

  drop(id: number): void {
    this.rows = this.rows.filter((row) => row.id !== id);
  }
}

type Said = { kind: RelationKind; to: string; note: string };

/** What has to be taken away and added for one list of relations to become another. One whose reason changed is both. */
export function changesOf(before: readonly RelationRow[], now: readonly Relation[]) {
  const name = ({ kind, to, note }: Said) => JSON.stringify([kind, to, note.trim()]);
  const [had, has] = [new Set(before.map(name)), new Set(now.map(name))];
  return {
    removed: before.filter((row) => !has.has(name(row))),
    added: now.filter((row) => !had.has(name(row))),
  };
}
