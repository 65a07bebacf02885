import type { TimelineRow } from "../../../api/generated/wire";
import { DAY, type Extent } from "./scale";
import { edges, type Mark } from "./shapes";
import type { Stretch } from "./stretch";

/** Events too close to be told apart at this scale: where they stand, how many they are, and their period. */
export type Bubble = {
  x: number;
  count: number;
  /** Where they are in the stretch that they come from. */
  positions: number[];
  first: TimelineRow;
  /** The events themselves: asked for only when the bubble is opened. */
  events: () => TimelineRow[];
  /** Their period in milliseconds: what an open end leaves unknown is no part of it. */
  from: number;
  to: number;
};

/** Width of a column that is counted as one, in pixels. */
export const CELL = 26;

/** The column of a mark: that of the middle of what is in sight of it. */
export function inCell(mark: Mark, width: number): number {
  const [start, end] = edges(mark);
  const isSeen = end >= 0 && start <= width;
  const middle = isSeen ? (Math.max(0, start) + Math.min(width, end)) / 2 : (start + end) / 2;
  return Math.floor(middle / CELL);
}

/** Whether a mark is no longer than a column and a half, so that the count of its column can stand for it. */
export function isShort(mark: Mark): boolean {
  const [start, end] = edges(mark);
  return end - start <= CELL * 1.5;
}

/** The events at some positions of a stretch, counted by columns. */
export function gather(
  stretch: Stretch,
  positions: readonly number[],
  { extent, width }: { extent: Extent; width: number },
): Bubble[] {
  const columns: (number[] | undefined)[] = new Array<undefined>(Math.ceil(width / CELL));
  const perPixel = width / (extent.to - extent.from);
  for (const at of positions) {
    const from = Math.max(extent.from, stretch.from[at] ?? 0);
    const to = Math.min(extent.to, stretch.to[at] ?? 0);
    const x = ((from + to) / 2 - extent.from) * perPixel;
    const column = Math.floor(Math.max(0, Math.min(x, width - 1)) / CELL);
    (columns[column] ??= []).push(at);
  }
  return columns.flatMap((held, column) => (held ? [bubbleOf(stretch, held, (column + 0.5) * CELL)] : []));
}

function bubbleOf(stretch: Stretch, positions: number[], x: number): Bubble {
  const events = () => positions.flatMap((at) => stretch.events[at] ?? []);
  let from = Infinity;
  let to = -Infinity;
  for (const at of positions) {
    const [start, end] = [stretch.from[at] ?? 0, stretch.to[at] ?? 0];
    from = Math.min(from, Number.isFinite(start) ? start : end - DAY);
    to = Math.max(to, Number.isFinite(end) ? end : start + DAY);
  }
  const first = stretch.events[positions[0] ?? 0] as TimelineRow;
  return { x, count: positions.length, positions, first, events, from, to };
}
