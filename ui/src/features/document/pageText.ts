import type { PageView } from "../../api/generated/wire";
import { cut, type Range } from "../../design/codepoints";

/** A piece of a page's text and what marks it. */
export type Piece = { text: string; cited: string | null; found: boolean; doubtful: boolean };

/** Pieces that belong together: those of the opened passage, or those between. */
export type Run = { opened: boolean; pieces: Piece[] };

/** The text of a page in runs: the opened account's passage is one run, whatever marks overlap it. */
export function runsOf(page: PageView, opened: string | null): Run[] {
  const cited = page.marks.map(({ start, end }) => [start, end] as const);
  const ranges: Range[] = [...cited, ...page.found, ...page.doubtful];
  const [firstFound, firstDoubtful] = [cited.length, cited.length + page.found.length];
  const runs: Run[] = [];
  for (const segment of cut(page.text, ranges)) {
    const marks = segment.covers.flatMap((index) => page.marks[index] ?? []);
    const isOpened = marks.some((mark) => mark.account === opened);
    const found = segment.covers.some((index) => index >= firstFound && index < firstDoubtful);
    const doubtful = segment.covers.some((index) => index >= firstDoubtful);
    const piece = { text: segment.text, cited: citedFor(marks), found, doubtful };
    const last = runs.at(-1);
    if (last && last.opened === isOpened) last.pieces.push(piece);
    else runs.push({ opened: isOpened, pieces: [piece] });
  }
  return runs;
}

function citedFor(marks: PageView["marks"]): string | null {
  return marks.length === 0 ? null : [...new Set(marks.map((mark) => mark.title))].join("; ");
}
