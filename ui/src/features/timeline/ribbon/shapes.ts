import type { DateView } from "../../../api/generated/wire";
import { boundsOf, type Extent } from "./scale";

/** A certain day: a point in time, in pixels. */
export type Dot = { shape: "dot"; x: number };

/** An interval, in pixels. An end fades where the date is uncertain there or open. */
export type Bar = { shape: "bar"; x0: number; x1: number; fadeStart: boolean; fadeEnd: boolean };

/** What stands in the ribbon for a date. */
export type Mark = Dot | Bar;

/** Half of a dot's width. */
export const DOT = 5;
const LEAST_WITHIN = 18;
const LEAST_SPAN = 8;
const OPEN = 80;

/** How to draw a date on a ribbon of this width; null for one that has no place in time. */
export function markOf(date: DateView, extent: Extent, width: number): Mark | null {
  const x = (moment: number) => ((moment - extent.from) / (extent.to - extent.from)) * width;
  const { from, to } = boundsOf(date);
  if (from === null && to === null) return null;
  const x0 = from === null ? null : x(from);
  const x1 = to === null ? null : x(to);
  if (date.shape === "day") return { shape: "dot", x: ((x0 ?? x1 ?? 0) + (x1 ?? x0 ?? 0)) / 2 };
  return date.shape === "within" ? within(x0, x1) : span(x0, x1, width);
}

/** Where a mark begins and ends, in pixels. */
export function edges(mark: Mark): [number, number] {
  return mark.shape === "dot" ? [mark.x - DOT, mark.x + DOT] : [mark.x0, mark.x1];
}

/** One moment of unknown place inside: never a dot, fading at both ends; an open end fades out over a fixed length. */
function within(x0: number | null, x1: number | null): Bar {
  const start = x0 ?? (x1 ?? 0) - OPEN;
  const end = x1 ?? (x0 ?? 0) + OPEN;
  return { shape: "bar", ...atLeast(start, end, LEAST_WITHIN), fadeStart: true, fadeEnd: true };
}

/** Lasts from end to end; an open end runs to the edge of the ribbon and fades out there. */
function span(x0: number | null, x1: number | null, width: number): Bar {
  const start = x0 ?? Math.min(0, (x1 ?? 0) - OPEN);
  const end = x1 ?? Math.max(width, (x0 ?? 0) + OPEN);
  return { shape: "bar", ...atLeast(start, end, LEAST_SPAN), fadeStart: x0 === null, fadeEnd: x1 === null };
}

function atLeast(start: number, end: number, least: number): { x0: number; x1: number } {
  const missing = Math.max(0, least - (end - start)) / 2;
  return { x0: start - missing, x1: end + missing };
}
