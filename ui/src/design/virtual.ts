/** Where the rows of a list lie, in pixels from its top; `top(count)` is the height of the whole. */
export type Rows = { count: number; top: (index: number) => number; at: (y: number) => number };

/**
 * The items of a list. One that is too long to be held whole is asked for the part in sight: `at` gives nothing for what
 * is still on its way.
 */
export type Items<T> = {
  readonly length: number;
  at: (index: number) => T | undefined;
  /** Takes what is in sight: from the first position to one past the last. */
  want?: (from: number, to: number) => void;
  /** Grows where the items stand in another order: the active one is brought into sight then. */
  readonly turn?: number;
};

/** Several rows that are selected together, by their keys, and how they come to be. */
export type Several = {
  keys: ReadonlySet<string>;
  /** Moves without changing what is selected together. */
  walk: (index: number) => void;
  toggle: (index: number) => void;
  extend: (index: number) => void;
};

/** Rows of one height. */
export function even(count: number, row: number): Rows {
  return { count, top: (index) => index * row, at: (y) => inside(Math.floor(y / row), count) };
}

/** Rows, each of its own height. */
export function uneven(heights: readonly number[]): Rows {
  const tops = [0];
  for (const height of heights) tops.push((tops.at(-1) ?? 0) + height);
  const top = (index: number) => tops[index] ?? 0;
  return { count: heights.length, top, at: (y) => inside(lastBelow(tops, y), heights.length) };
}

/** A list that is longer than what is in sight. Sizes in pixels; `active` is −1 where no row is. */
export type List = { rows: Rows; top: number; view: number; active: number };

const SPARE = 8;

/** The positions in sight with a few on either side: the first, and one past the last. */
export function sightOf({ rows, top, view }: Omit<List, "active">): [number, number] {
  return [
    Math.max(0, rows.at(top) - SPARE),
    Math.max(0, Math.min(rows.count, rows.at(top + view) + 1 + SPARE)),
  ];
}

/** The positions to draw: those in sight, a few on either side, and the active one wherever it is. */
export function windowOf({ rows, top, view, active }: List): number[] {
  const { count } = rows;
  const [first, last] = sightOf({ rows, top, view });
  const drawn = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i);
  if (active >= 0 && active < count && active < first) drawn.unshift(active);
  else if (active >= last && active < count) drawn.push(active);
  return drawn;
}

/** Where to scroll to so that a row is in sight; null where it is already, or where there is none. */
export function follow(active: number, rows: Rows, top: number, view: number): number | null {
  if (active < 0 || view <= 0) return null;
  if (rows.top(active) < top) return rows.top(active);
  if (rows.top(active + 1) > top + view) return rows.top(active + 1) - view;
  return null;
}

/** The position that a key moves to; null for other keys. `page` is the number of rows in sight. */
export function moveFor(key: string, active: number, count: number, page: number): number | null {
  if (count === 0) return null;
  const step: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  const by = step[key];
  if (by === undefined) return null;
  if (active < 0) return by > 0 ? 0 : count - 1;
  return Math.max(0, Math.min(active + by, count - 1));
}

function inside(index: number, count: number): number {
  return Math.max(0, Math.min(index, count));
}

/** The last position whose value is not above `y`, in values that rise. */
function lastBelow(values: readonly number[], y: number): number {
  let from = 0;
  let to = values.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((values[middle] ?? 0) <= y) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}
