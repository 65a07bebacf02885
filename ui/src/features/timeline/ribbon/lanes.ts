import type { TimelineRow } from "../../../api/generated/wire";
import { gather, inCell, isShort, type Bubble } from "./bubbles";
import type { Extent } from "./scale";
import { edges, markOf, type Mark } from "./shapes";
import { inSight, type Stretch } from "./stretch";

/** A label: where its text begins, or ends, in pixels. */
export type Label = { text: string; x: number; anchor: "start" | "end" };

/** An event with its mark and the row of its lane; without a label where there is no room for one. */
export type Placed = { event: TimelineRow; mark: Mark; row: number; label: Label | null };

/** A lane of the ribbon: marks, and counts where there are more of them than rows. */
export type Lane = { key: string; name: string; marks: Placed[]; bubbles: Bubble[]; rows: number };

/** How a lane is filled. `character` is the mean width of a label's character in pixels; 0 for no labels. */
export type Room = { extent: Extent; width: number; rows: number; character: number };

/** An event with its mark, where this begins and ends, and the position in the stretch that it comes from. */
type Marked = { event: TimelineRow; mark: Mark; start: number; end: number; at: number };

const GAP = 4;
/** More marks than this are not laid out one by one: they are counted. */
const CROWDED = 240;
const LONGEST_LABEL = 34;

/** Places the events of one lane so that neither marks nor labels collide; where the rows do not last, as counts. */
export function fill(key: string, name: string, stretch: Stretch, room: Room): Lane {
  const seen = inSight(stretch, room.extent);
  if (seen.length > CROWDED) return counted(key, name, stretch, seen, room);
  const isLong = stretch.events.length > CROWDED;
  const marked = marksOf(stretch, isLong ? seen : stretch.events.map((_, at) => at), room);
  const placed = fitted(marked, room);
  if (placed) return { key, name, marks: visible(placed, room), bubbles: [], rows: rowsOf(placed) };
  return crowded(key, name, stretch, marked, room);
}

/** Every mark in a row of its own: with labels if that goes, else without, else in one row more. */
function fitted(marked: readonly Marked[], room: Room): Placed[] | null {
  const bare = { ...room, character: 0 };
  const labelled = room.character > 0 ? pack(marked, room) : null;
  return labelled ?? pack(marked, bare) ?? pack(marked, { ...bare, rows: room.rows + 1 });
}

/** A lane of which every column is counted; an event that has a column to itself keeps its mark. */
function counted(key: string, name: string, stretch: Stretch, seen: readonly number[], room: Room): Lane {
  const all = gather(stretch, seen, room);
  const alone = all.filter((bubble) => bubble.positions.length === 1).flatMap((bubble) => bubble.positions);
  const short = marksOf(stretch, alone, room).filter(({ mark }) => isShort(mark));
  const drawn = new Set(short.map(({ at }) => at));
  const marks = short.map(({ event, mark }) => ({ event, mark, row: 0, label: null }));
  const bubbles = all.filter(({ positions }) => positions.length > 1 || !drawn.has(positions[0] ?? -1));
  return { key, name, marks, bubbles, rows: 1 };
}

/** A lane with a row for most marks, and a count for each column in which several find none. */
function crowded(key: string, name: string, stretch: Stretch, marked: readonly Marked[], room: Room): Lane {
  const { own, counted } = parted(marked, room);
  const marks = own.map(({ event, mark, row }) => ({ event, mark, row, label: null }));
  const positions = counted.filter(({ mark }) => isVisible(mark, room)).map(({ at }) => at);
  return {
    key,
    name,
    marks: visible(marks, room),
    bubbles: gather(stretch, positions, room),
    rows: room.rows,
  };
}

/**
 * The marks that keep a row of their own, and those that become counts: where one finds no row, the short ones of its
 * column with it. One that would be counted alone is drawn over the long bars that are in its way.
 */
function parted(marked: readonly Marked[], room: Room) {
  const rows = new Rows(room.rows);
  const tried = marked
    .toSorted((a, b) => a.start - b.start)
    .map((each) => ({
      ...each,
      row: rows.take(each.start, each.end),
      column: inCell(each.mark, room.width),
    }));
  const full = new Set(tried.filter(({ row }) => row < 0).map(({ column }) => column));
  const joins = ({ row, column, mark }: (typeof tried)[0]) => row < 0 || (isShort(mark) && full.has(column));
  const crowds = new Map<number, number>();
  for (const { column } of tried.filter(joins)) crowds.set(column, (crowds.get(column) ?? 0) + 1);
  const counts = (each: (typeof tried)[0]) => joins(each) && (crowds.get(each.column) ?? 0) > 1;
  const own = tried.filter((each) => !counts(each));
  const over = room.rows >> 1;
  return {
    own: own
      .map((each) => ({ ...each, row: each.row < 0 ? over : each.row }))
      .sort((a, b) => length(b) - length(a)),
    counted: tried.filter(counts),
  };
}

function length({ start, end }: Marked): number {
  return end - start;
}

function marksOf(stretch: Stretch, positions: readonly number[], room: Room): Marked[] {
  return positions.flatMap((at) => {
    const event = stretch.events[at];
    const mark = event && markOf(event.date, room.extent, room.width);
    if (!mark) return [];
    const [start, end] = edges(mark);
    return [{ event, mark, start, end, at }];
  });
}

/** Every mark in a row, with its label beside it where there is room for it; null where the rows do not last. */
function pack(marked: readonly Marked[], room: Room): Placed[] | null {
  const rows = new Rows(room.rows);
  const wide = marked.map((each) => ({ of: each, ...withLabel(each, room) }));
  const placed: Placed[] = [];
  for (const { of, label, start, end } of wide.sort((a, b) => a.start - b.start)) {
    const { event, mark } = of;
    const row = rows.take(start, end);
    const bare = row < 0 ? rows.take(of.start, of.end) : row;
    if (bare < 0) return null;
    placed.push({ event, mark, row: bare, label: row < 0 ? null : label });
  }
  return placed;
}

/** The rows of a lane while it is filled from the left. */
class Rows {
  #ends: number[];

  constructor(count: number) {
    this.#ends = new Array<number>(count).fill(-Infinity);
  }

  /** Takes the first row that is free at `start`; −1 where none is. */
  take(start: number, end: number): number {
    const row = this.#ends.findIndex((taken) => taken <= start);
    if (row >= 0) this.#ends[row] = end + GAP;
    return row;
  }
}

function rowsOf(placed: readonly Placed[]): number {
  return Math.max(1, ...placed.map(({ row }) => row + 1));
}

function visible(placed: Placed[], room: Room): Placed[] {
  return placed.filter(({ mark }) => isVisible(mark, room));
}

function isVisible(mark: Mark, { width }: Room): boolean {
  const [start, end] = edges(mark);
  return end >= 0 && start <= width;
}

/** The label of a mark and the room that both take: right of it, else left, else inside a long bar, else none. */
function withLabel(
  { event, mark, start, end }: Marked,
  room: Room,
): { label: Label | null; start: number; end: number } {
  if (room.character === 0 || !isVisible(mark, room)) return { label: null, start, end };
  const text = shorten(event.title);
  const length = text.length * room.character;
  const right = end + GAP;
  if (right + length <= room.width)
    return { label: { text, x: right, anchor: "start" }, start, end: right + length };
  const left = start - GAP;
  if (left - length >= 0) return { label: { text, x: left, anchor: "end" }, start: left - length, end };
  const inside = Math.max(start, 0) + GAP * 2;
  if (inside + length < end) return { label: { text, x: inside, anchor: "start" }, start, end };
  return { label: null, start, end };
}

function shorten(title: string): string {
  if (title.length <= LONGEST_LABEL) return title;
  return `${title.slice(0, LONGEST_LABEL - 1).replace(/[\s,;]+\S*$/, "")}…`;
}
