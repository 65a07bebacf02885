import type { PartyRef, Timeline, TimelineRow } from "../../api/generated/wire";

/** The events of one case or of all, in their order, and everybody whom they name. */
export type Rows = {
  list: readonly TimelineRow[];
  /** By identifier. An edit changes these two maps: to copy them for one row of 50,000 takes longer than a frame. */
  byId: Map<string, TimelineRow>;
  parties: Map<string, PartyRef>;
};

export const NO_ROWS: Readonly<Rows> = { list: [], byId: new Map(), parties: new Map() };

export function rowsOf({ rows, parties }: Timeline): Rows {
  return {
    list: rows,
    byId: new Map(rows.map((row) => [row.event, row])),
    parties: new Map(parties.map((party) => [party.party, party])),
  };
}

/** The rows with some of them another now: `answer` holds those of `asked` that are still there. */
export function patched(rows: Rows, asked: readonly string[], answer: Timeline): Rows {
  const { byId, parties } = rows;
  for (const event of asked) byId.delete(event);
  for (const row of answer.rows) byId.set(row.event, row);
  for (const party of answer.parties) parties.set(party.party, party);
  const other = new Set(asked);
  const list: TimelineRow[] = [];
  for (const row of rows.list) {
    const now = other.has(row.event) ? byId.get(row.event) : row;
    if (now) list.push(now);
  }
  return { list, byId, parties };
}

/** The rows in the order that the back end gives them. */
export function ordered(rows: Rows, order: readonly string[]): Rows {
  return { ...rows, list: inOrder(order, rows.byId) };
}

/**
 * Whether the order must be asked for again: a row came, changed its date, or shows no change at all – it was
 * moved among those of its date then.
 */
export function movesRows(before: Rows, asked: readonly string[], answer: Timeline): boolean {
  const now = new Map(answer.rows.map((row) => [row.event, row]));
  return asked.some((event) => {
    const [was, is] = [before.byId.get(event), now.get(event)];
    if (!was || !is) return is !== undefined;
    return was.date.edtf !== is.date.edtf || JSON.stringify(was) === JSON.stringify(is);
  });
}

/** The rows of some identifiers, in the order of these; those that are not known are left out. */
export function inOrder(order: readonly string[], byId: Rows["byId"]): TimelineRow[] {
  const list: TimelineRow[] = [];
  for (const event of order) {
    const row = byId.get(event);
    if (row) list.push(row);
  }
  return list;
}

/** A party's name; the identifier of one that was never named. */
export function partyName(rows: Rows, party: string): string {
  return rows.parties.get(party)?.name ?? party;
}
