import type { PageWord } from "../../api/generated/wire";
import { WHOLE } from "./words";

/** A word as it is laid over its picture. Its letters are as high as its line. */
export type Laid = {
  /** The word, and the space after it where the next stands on the same line. */
  text: string;
  /** Where it begins, and how high its letters are: shares of the page's width and height, of 100. */
  left: number;
  top: number;
  height: number;
  /** How much wider it is than its letters would be of themselves. */
  stretch: number;
  /** What its space is wider than one would be of itself, in ems before the stretch. */
  spacing: number;
  /** Whether the line runs from right to left here. */
  leftward: boolean;
  /** Whether the line ends after it. */
  ends: boolean;
};

/** Width of a text in ems, as the letters over the picture have it. */
export type Measure = (text: string) => number;

/** How much higher than its highest word a line may be for its words to be as high as the line: one that is not aslant. */
const LEVEL = 1.5;

/** Lays words over a page that is `aspect` times as wide as it is high. */
export function lay(words: readonly PageWord[], aspect: number, measure: Measure): Laid[] {
  return linesOf(words).flatMap((line) => {
    const extent = extentOf(line);
    return line.map((word, i) => layWord(word, line[i + 1], extent ?? word, aspect, measure));
  });
}

/** The words by the lines that the text has. */
function linesOf(words: readonly PageWord[]): PageWord[][] {
  const lines: PageWord[][] = [];
  let open = false;
  for (const word of words) {
    if (open) lines.at(-1)?.push(word);
    else lines.push([word]);
    open = !word.after.includes("\n");
  }
  return lines;
}

type Extent = Pick<PageWord, "top" | "bottom">;

/** From the top to the bottom of a line; null for one that runs aslant. */
function extentOf(line: readonly PageWord[]): Extent | null {
  const top = Math.min(...line.map((word) => word.top));
  const bottom = Math.max(...line.map((word) => word.bottom));
  const highest = Math.max(...line.map((word) => word.bottom - word.top));
  return bottom - top <= highest * LEVEL ? { top, bottom } : null;
}

function layWord(
  { text, left, right }: PageWord,
  next: PageWord | undefined,
  { top, bottom }: Extent,
  aspect: number,
  measure: Measure,
): Laid {
  const height = Math.max(bottom - top, 1);
  // An em is as long as the letters are high; the page's width and height are not.
  const em = height / aspect;
  const stretch = Math.max(right - left, 1) / (Math.max(measure(text), 0.01) * em);
  const leftward = next !== undefined && next.right <= left;
  const gap = !next ? 0 : leftward ? left - next.right : Math.max(next.left - right, 0);
  return {
    text: next ? `${text} ` : text,
    left: percent(leftward ? left - gap : left),
    top: percent(top),
    height: percent(height),
    stretch,
    spacing: next ? gap / (em * stretch) - measure(" ") : 0,
    leftward,
    ends: next === undefined,
  };
}

function percent(share: number): number {
  return (share * 100) / WHOLE;
}
