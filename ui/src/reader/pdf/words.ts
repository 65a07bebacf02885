import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { textOf, type PagesOfWords } from "../placed/words";

/** Width of letters in thousandths of the font's size, by font and letter. */
export type Widths = Map<string, Map<string, number>>;

/** A run of text of one line as PDF.js gives it: its matrix is [a, b, c, d, x, y] in the page's own space. */
export type Run = {
  str: string;
  dir: string;
  transform: number[];
  width: number;
  height: number;
  fontName: string;
  hasEOL: boolean;
};

/**
 * The words of a page, a line break where a line ends, as the text over its picture has them: in the order of the file, and
 * those that a machine read, after them or in their place.
 */
export async function wordsOf(pdf: PDFDocumentProxy, told: PagesOfWords, number: number): Promise<string> {
  const reading = await told.read(number);
  if (reading && !reading.beside) return textOf(reading);
  const own = await ownWordsOf(pdf, number);
  return reading ? `${own}\n${textOf(reading)}` : own;
}

async function ownWordsOf(pdf: PDFDocumentProxy, number: number): Promise<string> {
  const page = await pdf.getPage(number);
  const { items } = await page.getTextContent({ disableNormalization: true });
  return items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join("");
}

/**
 * A run cut into its words, each where it stands on the page: by the widths of its own letters, and what is left of the
 * run's width for the spaces, which justified lines stretch. The run itself where there is nothing to go by.
 */
export function byWord<R extends Run>(run: R, widths: Widths): R[] {
  const letters = widths.get(run.fontName);
  const words = run.str.match(/\S+\s*|\s+/gu) ?? [];
  const size = Math.hypot(run.transform[0] ?? 0, run.transform[1] ?? 0);
  if (!letters?.size || words.length < 2 || run.dir !== "ltr" || size === 0 || run.width <= 0) return [run];
  const natural = words.map((word) => measure(word, letters, size));
  const stretched = fit(words, natural, run.width);
  let before = 0;
  return words.map((str, i) => {
    const width = stretched[i] ?? 0;
    const transform = moved(run.transform, before / size);
    before += width;
    return { ...run, str, width, transform, hasEOL: run.hasEOL && i === words.length - 1 };
  });
}

/** The width of a word by its letters. One that was never drawn is as wide as the others are in the middle. */
function measure(word: string, letters: ReadonlyMap<string, number>, size: number): number {
  const usual = [...letters.values()].reduce((sum, width) => sum + width, 0) / letters.size;
  return ([...word].reduce((sum, letter) => sum + (letters.get(letter) ?? usual), 0) / 1000) * size;
}

/** Widths that add up to the whole: the spaces take the difference, or everything where that would leave them none. */
function fit(words: readonly string[], natural: readonly number[], whole: number): number[] {
  const spaces = words.map((word) => [...word].filter((letter) => /\s/u.test(letter)).length);
  const sum = natural.reduce((a, b) => a + b, 0);
  const each = (whole - sum) / spaces.reduce((a, b) => a + b, 0);
  const added = natural.map((width, i) => width + each * (spaces[i] ?? 0));
  const fits = Number.isFinite(each) && added.every((width) => width > 0) && sum > whole / 2;
  return fits ? added : natural.map((width) => (width * whole) / sum);
}

/** A matrix moved along its own baseline, in sizes of the font. */
function moved(transform: number[], by: number): number[] {
  const [a = 1, b = 0, c = 0, d = 1, x = 0, y = 0] = transform;
  return [a, b, c, d, x + a * by, y + b * by];
}
