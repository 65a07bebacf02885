import type { EventRow } from "../../../api/generated/wire";
import { boundsOf, type Extent } from "./scale";
import { edges, markOf, type Mark } from "./shapes";

/** A label: where its text begins, or ends, in pixels. */
export type Label = { text: string; x: number; anchor: "start" | "end" };

/** An event with its mark and the row of its lane; without a label where there is no room for one. */
export type Placed = { event: EventRow; mark: Mark; row: number; label: Label | null };

/** Many events where there is room for few. */
export type Bubble = { x: number; events: number; first: EventRow; from: number; to: number };

/** A lane of the ribbon: marks, or bubbles where it is too crowded for marks. */
export type Lane = { key: string; name: string; marks: Placed[]; bubbles: Bubble[]; rows: number };

const GAP = 4;
const CROWDED = 240;
const CELL = 26;
const LONGEST_LABEL = 34;

/** How a lane is filled. `character` is the mean width of a label's character in pixels; 0 for no labels. */
export type Room = { extent: Extent; width: number; rows: number; character: number };

/** Places the events of one lane so that neither marks nor labels collide while rows last. */
export function fill(key: string, name: string, events: readonly EventRow[], room: Room): Lane {
  const inSight = events.filter((event) => isInSight(event, room.extent));
  if (inSight.length > CROWDED) return { key, name, marks: [], bubbles: gather(inSight, room), rows: 1 };
  const marked = (events.length > CROWDED ? inSight : events).flatMap((event) => {
    const mark = markOf(event.date, room.extent, room.width);
    return mark ? [{ event, mark }] : [];
  });
  const marks = pack(marked, room);
  return { key, name, marks, bubbles: [], rows: Math.max(1, ...marks.map(({ row }) => row + 1)) };
}

function isInSight(event: EventRow, extent: Extent): boolean {
  const { from, to } = boundsOf(event.date);
  if (from === null && to === null) return false;
  return (from ?? -Infinity) <= extent.to && (to ?? Infinity) >= extent.from;
}

type Marked = { event: EventRow; mark: Mark };

function pack(marked: readonly Marked[], room: Room): Placed[] {
  const ends = new Array<number>(room.rows).fill(-Infinity);
  const wide = marked.map(({ event, mark }) => ({ event, mark, ...extentWithLabel(event, mark, room) }));
  const ordered = wide.toSorted((a, b) => a.start - b.start);
  return ordered.map(({ event, mark, label, start, end }) => {
    const row = firstFree(ends, start);
    const crowded = (ends[row] ?? 0) > start;
    ends[row] = Math.max(ends[row] ?? 0, end + GAP);
    return { event, mark, row, label: crowded ? null : label };
  });
}

/** The label of a mark and the room that both take: right of it, else left, else inside a long bar, else none. */
function extentWithLabel(
  event: EventRow,
  mark: Mark,
  room: Room,
): { label: Label | null; start: number; end: number } {
  const [start, end] = edges(mark);
  const text = shorten(event.title);
  const length = text.length * room.character;
  const inSight = end >= 0 && start <= room.width;
  if (room.character === 0 || !inSight) return { label: null, start, end };
  const right = end + GAP;
  if (right + length <= room.width)
    return { label: { text, x: right, anchor: "start" }, start, end: right + length };
  const left = start - GAP;
  if (left - length >= 0) return { label: { text, x: left, anchor: "end" }, start: left - length, end };
  const inside = Math.max(start, 0) + GAP * 2;
  if (inside + length < end) return { label: { text, x: inside, anchor: "start" }, start, end };
  return { label: null, start, end };
}

/** The first row that is free at `start`; where none is, the one that is free soonest. */
function firstFree(ends: readonly number[], start: number): number {
  const free = ends.findIndex((end) => end <= start);
  return free >= 0 ? free : ends.indexOf(Math.min(...ends));
}

function gather(events: readonly EventRow[], { extent, width }: Room): Bubble[] {
  const cells = new Map<number, Bubble>();
  const perPixel = width / (extent.to - extent.from);
  for (const event of events) {
    const bounds = boundsOf(event.date);
    const from = bounds.from ?? bounds.to ?? extent.from;
    const to = bounds.to ?? from;
    const x = ((from + to) / 2 - extent.from) * perPixel;
    const cell = Math.floor(Math.max(0, Math.min(x, width - 1)) / CELL);
    const bubble = cells.get(cell);
    if (!bubble) cells.set(cell, { x: (cell + 0.5) * CELL, events: 1, first: event, from, to });
    else {
      bubble.events += 1;
      bubble.from = Math.min(bubble.from, from);
      bubble.to = Math.max(bubble.to, to);
    }
  }
  return [...cells.values()].sort((a, b) => a.x - b.x);
}

function shorten(title: string): string {
  if (title.length <= LONGEST_LABEL) return title;
  return `${title.slice(0, LONGEST_LABEL - 1).replace(/[\s,;]+\S*$/, "")}…`;
}
