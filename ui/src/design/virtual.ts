/** A list that is longer than what is in sight. Sizes in pixels; `active` is −1 where no row is. */
export type List = { count: number; row: number; top: number; view: number; active: number };

const SPARE = 8;

/** The positions to draw: those in sight, a few on either side, and the active one wherever it is. */
export function windowOf({ count, row, top, view, active }: List): number[] {
  const first = Math.max(0, Math.min(Math.floor(top / row) - SPARE, count));
  const last = Math.min(count, Math.ceil((top + view) / row) + SPARE);
  const drawn = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i);
  if (active >= 0 && active < count && active < first) drawn.unshift(active);
  else if (active >= last && active < count) drawn.push(active);
  return drawn;
}

/** Where to scroll to so that a row is in sight; null where it is already, or where there is none. */
export function follow(active: number, row: number, top: number, view: number): number | null {
  if (active < 0 || view <= 0) return null;
  if (active * row < top) return active * row;
  if ((active + 1) * row > top + view) return (active + 1) * row - view;
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
