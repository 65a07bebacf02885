import type { Line } from "../amounts.svelte";
import type { Mark } from "./marks";

/** A row of the chart as it is drawn: what the arrows walk. */
export type DrawnRow = { marks: readonly Mark[]; words: readonly Line[] };

/**
 * Which sum a key leads to from the selected one: ← → along the row and on into the next, ↑ ↓ to the nearest of the
 * row above or below, Home and End to the ends of the chart. Null for other keys, and where there is none.
 */
export function walk(rows: readonly DrawnRow[], from: string | null, key: string): Line | null {
  const order = rows.flatMap((row) => stepsOf(row).map(({ line }) => line));
  const at = order.findIndex((line) => line.id === from);
  if (key === "Home") return order[0] ?? null;
  if (key === "End") return order.at(-1) ?? null;
  if (key === "ArrowRight") return order[at + 1] ?? null;
  if (key === "ArrowLeft") return at > 0 ? (order[at - 1] ?? null) : null;
  if (key !== "ArrowUp" && key !== "ArrowDown") return null;
  return beside(rows, from, key === "ArrowDown" ? 1 : -1);
}

type Step = { line: Line; x: number; holds: (id: string | null) => boolean };

/** The stops of a row from left to right; what is only words comes last, as it stands. */
function stepsOf({ marks, words }: DrawnRow): Step[] {
  const placed = [...marks].sort((a, b) => a.left - b.left);
  return [
    ...placed.map((mark) => ({
      line: mark.line,
      x: mark.left + mark.width / 2,
      holds: (id: string | null) => mark.lines.some((line) => line.id === id),
    })),
    ...words.map((line) => ({ line, x: Infinity, holds: (id: string | null) => line.id === id })),
  ];
}

function beside(rows: readonly DrawnRow[], from: string | null, by: 1 | -1): Line | null {
  const stops = rows.map(stepsOf);
  const row = stops.findIndex((steps) => steps.some((step) => step.holds(from)));
  const here = stops[row]?.find((step) => step.holds(from));
  const there = stops[row < 0 ? 0 : row + by] ?? [];
  const distance = ({ x }: Step) => (x === here?.x ? 0 : Math.abs(x - (here?.x ?? 0)));
  return [...there].sort((a, b) => distance(a) - distance(b))[0]?.line ?? null;
}
