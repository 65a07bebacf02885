import type { TimelineRow } from "../../../api/generated/wire";
import { boundsOf, isPlaced, type Extent } from "./scale";

/**
 * Events with a place in time, in the order of their beginnings, with their bounds in milliseconds beside them; an open
 * end is infinite. Made once for each filter, so that a step of a zoom looks at numbers only, and only at those in sight.
 */
export type Stretch = {
  events: readonly TimelineRow[];
  from: Float64Array;
  to: Float64Array;
  /** The latest end among an event and all before it: it never falls, and so can be searched. */
  reach: Float64Array;
};

export const NO_STRETCH = stretchOf([]);

/** Events in the order of their beginnings; those without a place in time are left out. */
export function stretchOf(rows: readonly TimelineRow[]): Stretch {
  const placed = rows.filter((event) => isPlaced(event.date));
  const begins = new Float64Array(placed.length);
  const ends = new Float64Array(placed.length);
  placed.forEach(({ date }, i) => {
    const bounds = boundsOf(date);
    begins[i] = bounds.from ?? -Infinity;
    ends[i] = bounds.to ?? Infinity;
  });
  const order = placed.map((_, i) => i);
  // The back end's order is nearly this one: where it is quite, nothing is sorted.
  if (begins.some((begin, i) => begin < (begins[i - 1] ?? -Infinity)))
    order.sort((a, b) => (begins[a] ?? 0) - (begins[b] ?? 0) || 0);
  const reach = new Float64Array(placed.length);
  order.forEach((at, i) => (reach[i] = Math.max(ends[at] ?? 0, reach[i - 1] ?? -Infinity)));
  return {
    events: order.map((at) => placed[at] as TimelineRow),
    from: Float64Array.from(order, (at) => begins[at] ?? 0),
    to: Float64Array.from(order, (at) => ends[at] ?? 0),
    reach,
  };
}

/** The positions of the events that lie in a part of time, wholly or in part. */
export function inSight({ from, to, reach }: Stretch, extent: Extent): number[] {
  const first = firstAtLeast(reach, extent.from);
  const end = firstAbove(from, extent.to);
  const found: number[] = [];
  for (let i = first; i < end; i++) if ((to[i] ?? 0) >= extent.from) found.push(i);
  return found;
}

/** The first position of a value that is not below `wanted`, in values that never fall. */
function firstAtLeast(values: Float64Array, wanted: number): number {
  return search(values, (value) => value >= wanted);
}

function firstAbove(values: Float64Array, wanted: number): number {
  return search(values, (value) => value > wanted);
}

function search(values: Float64Array, isFar: (value: number) => boolean): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isFar(values[middle] ?? Infinity)) high = middle;
    else low = middle + 1;
  }
  return low;
}
