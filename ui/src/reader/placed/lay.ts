import type { PageWord } from "../../api/generated/wire";
import { WHOLE } from "./words";

/** A word, or the space between two on one line, as it is laid over its picture. Its letters are as high as its line. */
export type Laid = {
  text: string;
  /** Where it begins, and how high its letters are: shares of the page's width and height, of 100. */
  left: number;
  top: number;
  height: number;
  /** How much wider it is than its letters would be of themselves. */
  stretch: number;
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
    return line.flatMap((word, i) => {
      const next = line[i + 1];
      const height = Math.max((extent ?? word).bottom - (extent ?? word).top, 1);
      // An em is as long as the letters are high; the page's width and height are not.
      const em = height / aspect;
      const laid = (text: string, [from, to]: Reach): Laid => ({
        text,
        left: percent(from),
        top: percent((extent ?? word).top),
        height: percent(height),
        stretch: Math.max(to - from, 1) / (Math.max(measure(text), 0.01) * em),
        ends: next === undefined,
      });
      const itself = laid(word.text, [word.left, word.right]);
      return next ? [itself, laid(" ", between(word, next))] : [itself];
    });
  });
}

/** From its left to its right. */
type Reach = readonly [from: number, to: number];

/** Between two words, of which the second is at the left where the line runs from right to left. */
function between(word: PageWord, next: PageWord): Reach {
  return next.right <= word.left ? [next.right, word.left] : [word.right, Math.max(next.left, word.right)];
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

function percent(share: number): number {
  return (share * 100) / WHOLE;
}
