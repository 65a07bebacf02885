import { scaleLinear } from "d3-scale";
import type { DateCount } from "../../api/generated/wire";

/** A bar of a histogram: a month or a year, and its share of the height, from 0 to 1, certain and with what is possible. */
export type Bar = { edtf: string; certain: number; possible: number; low: number; high: number };

/** The first and the last bar that are chosen. */
export type Span = readonly [number, number];

/**
 * The bars of a histogram without gaps: months or years in which nothing is stand between the others with nothing in them,
 * so that equal spans of time are equally wide.
 */
export function barsOf(counts: readonly DateCount[]): Bar[] {
  const known = new Map(counts.map((each) => [each.edtf, each]));
  const isMonths = counts.some((each) => each.edtf.length > 4);
  const steps = counts.map((each) => stepOf(each.edtf, isMonths));
  if (steps.length === 0) return [];
  const [first, last] = [Math.min(...steps), Math.max(...steps)];
  const most = Math.max(1, ...counts.map((each) => each.certain + each.possible));
  const height = scaleLinear([0, most], [0, 1]);
  return Array.from({ length: Math.min(LONGEST, last - first + 1) }, (_, i) => {
    const edtf = edtfOf(first + i, isMonths);
    const { certain = 0, possible = 0 } = known.get(edtf) ?? {};
    return { edtf, certain, possible, low: height(certain), high: height(certain + possible) };
  });
}

/** The bars between two dates as EDTF; what lies outside is the nearest bar, and an empty date is the end. */
export function spanOf(bars: readonly Bar[], from: string, to: string): Span {
  const end = Math.max(0, bars.length - 1);
  const isMonths = (bars[0]?.edtf.length ?? 0) > 4;
  const first = stepOf(bars[0]?.edtf ?? "", isMonths);
  const at = (edtf: string, month: number, none: number) => {
    if (!/^-?\d{4}/.test(edtf)) return none;
    const step =
      isMonths && edtf.length < 7 ? stepOf(`${edtf.slice(0, 4)}-${month}`, true) : stepOf(edtf, isMonths);
    return Math.max(0, Math.min(step - first, end));
  };
  return [at(from, 1, 0), at(to, 12, end)];
}

/** The bar at a share of the width, from 0 to 1. */
export function barAt(bars: readonly Bar[], share: number): number {
  return Math.max(0, Math.min(Math.floor(share * bars.length), bars.length - 1));
}

/** Where a key takes one of two handles; null for other keys. A handle does not pass the other. */
export function moved(key: string, span: Span, handle: 0 | 1, count: number): Span | null {
  const step: Record<string, number> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };
  const far: Record<string, number> = { PageDown: -12, PageUp: 12, Home: -count, End: count };
  const by = step[key] ?? far[key];
  if (by === undefined) return null;
  const [low, high] = handle === 0 ? [0, span[1]] : [span[0], count - 1];
  const at = Math.max(low, Math.min(span[handle] + by, high));
  return handle === 0 ? [at, span[1]] : [span[0], at];
}

/** A month or a year in the reader's locale: "Feb 2021". */
export function barWords(edtf: string): string {
  const [year, month] = edtf.split("-").map(Number);
  if (year === undefined || month === undefined) return edtf;
  const date = new Date(Date.UTC(year, month - 1, 1));
  return date.toLocaleDateString(undefined, { month: "short", year: "numeric", timeZone: "UTC" });
}

/** A century of months, or twelve centuries of years: nobody can point at more. */
const LONGEST = 1200;

function stepOf(edtf: string, isMonths: boolean): number {
  const year = Number(edtf.slice(0, 4)) || 0;
  return isMonths ? year * 12 + (Number(edtf.slice(5).split("-")[0]) || 1) - 1 : year;
}

function edtfOf(step: number, isMonths: boolean): string {
  const year = (value: number) => String(value).padStart(4, "0");
  if (!isMonths) return year(step);
  return `${year(Math.floor(step / 12))}-${String((step % 12) + 1).padStart(2, "0")}`;
}
