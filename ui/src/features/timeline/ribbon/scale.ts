import { scaleUtc } from "d3-scale";
import type { DateView } from "../../../api/generated/wire";

/** One day in milliseconds. */
export const DAY = 86_400_000;
const SHORTEST = 10 * DAY;
const LEAST_PERIOD = 60 * DAY;
const MARGIN = 0.04;

/** The part of time that the ribbon shows, in milliseconds since the epoch. */
export type Extent = { from: number; to: number };

/** The bounds of a date in milliseconds: from its first day's beginning to its last day's end; null where open. */
export type Bounds = { from: number | null; to: number | null };

/** The bounds of a date. */
export function boundsOf(date: DateView): Bounds {
  if (date.shape === "undated") return { from: null, to: null };
  const last = startOf(date.latest);
  return { from: startOf(date.earliest), to: last === null ? null : last + DAY };
}

/** Whether a date has a place in time at all. */
export function isPlaced(date: DateView): boolean {
  return date.shape !== "undated" && (date.earliest !== null || date.latest !== null);
}

/** Midnight UTC at which an ISO day begins; null for what is none. */
export function startOf(day: string | null): number | null {
  if (day === null) return null;
  const at = day.length === 10 ? midnight(day) : Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? null : at;
}

/**
 * Midnight of a day of the form 2021-06-24; not a number for what has no digits there. 50,000 events have 100,000 days to
 * read, and `Date` takes several times as long. The year is counted from March, so that the leap day is its last.
 */
function midnight(day: string): number {
  const month = digits(day, 5, 7);
  const year = digits(day, 0, 4) - (month < 3 ? 1 : 0);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  const before = Math.floor((153 * ((month + 9) % 12) + 2) / 5);
  return (year * 365 + leapDays + before + digits(day, 8, 10) - 719_469) * DAY;
}

function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** The period of all dates with a margin at both ends; the year around today where no event has a date. */
export function extentOf(dates: readonly DateView[], today: number): Extent {
  let from = Infinity;
  let to = -Infinity;
  for (const date of dates) {
    const bounds = boundsOf(date);
    from = Math.min(from, bounds.from ?? (bounds.to === null ? Infinity : bounds.to - DAY));
    to = Math.max(to, bounds.to ?? (bounds.from === null ? -Infinity : bounds.from + DAY));
  }
  if (from > to) return { from: today - 183 * DAY, to: today + 183 * DAY };
  const near = today > to && today - to < (to - from) * 0.25;
  return widened({ from, to: near ? today + DAY : to });
}

/** The extent seen `factor` times as large around one moment; never under ten days nor over four times the whole. */
export function zoomed(extent: Extent, factor: number, around: number, whole: Extent): Extent {
  const span = extent.to - extent.from;
  const widest = (whole.to - whole.from) * 4;
  const wanted = Math.max(SHORTEST, Math.min(span / factor, widest));
  const share = (around - extent.from) / span;
  const from = around - wanted * share;
  return { from, to: from + wanted };
}

/** The extent moved by a share of its own length; some part of the whole always stays in sight. */
export function panned(extent: Extent, share: number, whole: Extent): Extent {
  const span = extent.to - extent.from;
  const from = Math.max(whole.from - span * 0.8, Math.min(extent.from + span * share, whole.to - span * 0.2));
  return { from, to: from + span };
}

/** The extent moved, where it must be, so that a moment lies in its inner part. */
export function showing(extent: Extent, moment: number): Extent {
  const span = extent.to - extent.from;
  if (moment >= extent.from + span * 0.02 && moment <= extent.to - span * 0.02) return extent;
  const from = moment - span / 2;
  return { from, to: from + span };
}

/** A line of the axis. A year's line carries its number, a month's its name. */
export type Tick = { x: number; label: string; major: boolean };

/** The lines of the axis for a width in pixels, with room for their labels; the first after `clear` pixels names its year. */
export function ticks(extent: Extent, width: number, labelWidth: number, clear = -Infinity): Tick[] {
  const scale = scaleUtc([extent.from, extent.to], [0, width]);
  const wanted = Math.max(2, Math.floor(width / (labelWidth * 1.75)));
  const dates = scale.ticks(wanted);
  const gap = dates.length > 1 ? scale(dates[1] as Date) - scale(dates[0] as Date) : width;
  const character = labelWidth / 8;
  const first = dates.findIndex((date) => scale(date) > clear);
  return dates.map((date, i) => {
    const major = date.getUTCMonth() === 0 && date.getUTCDate() === 1;
    const label = labelOf(date, major);
    const full = `${label} ${date.getUTCFullYear()}`;
    return {
      x: scale(date),
      label: i === first && !major && gap > full.length * character ? full : label,
      major,
    };
  });
}

/** Made once: the axis is written at every step of a zoom. */
const MONTH = new Intl.DateTimeFormat(undefined, { month: "short", timeZone: "UTC" });
const DAY_OF_MONTH = new Intl.DateTimeFormat(undefined, { month: "short", day: "numeric", timeZone: "UTC" });

function labelOf(date: Date, major: boolean): string {
  if (major) return String(date.getUTCFullYear());
  return (date.getUTCDate() === 1 ? MONTH : DAY_OF_MONTH).format(date);
}

function widened({ from, to }: Extent): Extent {
  const middle = (from + to) / 2;
  const half = (Math.max(to - from, LEAST_PERIOD) / 2) * (1 + MARGIN * 2);
  return { from: middle - half, to: middle + half };
}
