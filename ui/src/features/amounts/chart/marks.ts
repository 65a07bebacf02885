import type { Line } from "../amounts.svelte";
import type { Drawn } from "./rows";

/** What is drawn in a row: a sum, or the count of sums for which there is no room. Sizes in pixels. */
export type Mark = {
  /** The sum; of several, the first. */
  line: Line;
  lines: Line[];
  shape: "dot" | "bar" | "count";
  left: number;
  width: number;
  /** Which line of the row it stands on, from 0. */
  lane: number;
};

/** Lines on which sums of one row stand below each other where they would cover each other. */
export const LANES = 4;
const GAP = 2;

/** Places the sums of a row: none covers another, and where a place is full their number stands. */
export function marksOf(drawn: readonly Drawn[], at: (value: number) => number, dot: number): Mark[] {
  const ends: number[] = [];
  const marks: Mark[] = [];
  for (const { line, low, high } of [...drawn].sort((a, b) => a.low - b.low || a.high - b.high)) {
    const left = at(low) - dot / 2;
    const width = Math.max(dot, at(high) - at(low) + dot);
    const lane = laneFor(ends, left);
    if (lane === null) {
      crowd(marks, line, left, dot);
      continue;
    }
    ends[lane] = left + width;
    marks.push({ line, lines: [line], shape: low === high ? "dot" : "bar", left, width, lane });
  }
  return marks;
}

function laneFor(ends: readonly number[], left: number): number | null {
  const free = ends.findIndex((end) => end + GAP <= left);
  if (free >= 0) return free;
  return ends.length < LANES ? ends.length : null;
}

/** Counts a sum in with those near it that found no place either. */
function crowd(marks: Mark[], line: Line, left: number, dot: number): void {
  const width = dot * 3;
  const last = marks.findLast(({ shape }) => shape === "count");
  if (last && left < last.left + width + GAP) last.lines.push(line);
  else marks.push({ line, lines: [line], shape: "count", left, width, lane: LANES });
}

/** How many lines the marks of a row take. */
export function lanesOf(marks: readonly Mark[]): number {
  return marks.reduce((most, { lane }) => Math.max(most, lane + 1), 1);
}
