import { scaleLinear, scaleLog } from "d3-scale";
import type { Drawn } from "./rows";

/** A mark on the scale. `x` in pixels. */
export type Tick = { x: number; text: string };

/** The scale that every row of a chart shares: one currency, one axis. */
export type Axis = { at: (value: number) => number; ticks: Tick[]; words: string };

/** From how many times the smallest sum the largest is on, a linear scale would squeeze the rest into its corner. */
const SPREAD = 50;
/** Pixels at either end that a mark on the edge reaches into. */
const EDGE = 8;
/** Pixels that the words of a tick want. */
const TICK = 64;
/** How many powers of ten can lie between two marks of a logarithmic scale, and what that is in words. */
const STEPS: readonly [powers: number, words: string][] = [
  [1, "ten"],
  [2, "a hundred"],
  [3, "a thousand"],
  [6, "a million"],
  [9, "a billion"],
];

/** The scale for sums of one currency over a width in pixels; null where there is nothing to draw. */
export function axisOf(drawn: readonly Drawn[], currency: string, width: number): Axis | null {
  if (drawn.length === 0 || width <= 0) return null;
  const lows = drawn.reduce((least, { low }) => Math.min(least, low), Infinity);
  const highs = drawn.reduce((most, { high }) => Math.max(most, high), -Infinity);
  const most = Math.max(2, Math.floor(width / TICK));
  const write = writer(currency);
  return lows > 0 && highs / lows > SPREAD
    ? logarithmic([lows, highs], most, width, write)
    : linear([Math.min(0, lows), Math.max(0, highs)], most, width, write);
}

type Write = (value: number) => string;

function linear(domain: [number, number], most: number, width: number, write: Write): Axis {
  const scale = scaleLinear(domain, [EDGE, width - EDGE]).nice(Math.min(most, 6));
  const ticks = scale.ticks(Math.min(most, 6)).map((value) => ({ x: scale(value), text: write(value) }));
  return { at: (value) => scale(value), ticks, words: "Linear, from zero." };
}

function logarithmic(domain: [number, number], most: number, width: number, write: Write): Axis {
  const scale = scaleLog(domain, [EDGE, width - EDGE]).nice();
  const [from = 1, to = 10] = scale.domain().map((value) => Math.round(Math.log10(value)));
  const wanted = (to - from) / Math.max(1, most - 1);
  const [step, times] = STEPS.find(([powers]) => powers >= wanted) ?? [12, "a trillion"];
  const ticks: Tick[] = [];
  for (let power = from; power <= to; power += step)
    ticks.push({ x: scale(10 ** power), text: write(10 ** power) });
  return {
    at: (value) => scale(value),
    ticks,
    words: `Logarithmic: each mark is ${times} times the one before.`,
  };
}

/** Writes a round sum in short: "€1.5B" in the reader's locale. */
function writer(currency: string): Write {
  const short = { notation: "compact", minimumFractionDigits: 0, maximumFractionDigits: 1 } as const;
  try {
    const format = new Intl.NumberFormat(undefined, { style: "currency", currency, ...short });
    return (value) => format.format(value);
  } catch {
    // What is no ISO 4217 code has no sign of its own.
    const format = new Intl.NumberFormat(undefined, short);
    return (value) => [currency, format.format(value)].filter(Boolean).join(" ");
  }
}
