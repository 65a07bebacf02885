import { OPS, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Widths } from "./words";

/** What PDF.js drew a page with. It keeps that under a name that is not part of its interface. */
type Drawn = { _intentStates?: Map<string, { operatorList?: { fnArray: number[]; argsArray: unknown[] } }> };

/** A glyph as PDF.js draws it; its width in thousandths of the font's size. */
type Glyph = { unicode?: unknown; width?: unknown };

/**
 * How wide each letter of each font is, by the font's name, as a page was drawn: the text over its picture has other fonts
 * with other widths. Empty where PDF.js does not tell; the text then fits by whole lines alone.
 */
export function widthsOf(page: PDFPageProxy): Widths {
  const widths: Widths = new Map();
  for (const { operatorList } of (page as unknown as Drawn)._intentStates?.values() ?? [])
    if (operatorList) collect(operatorList.fnArray, operatorList.argsArray, widths);
  return widths;
}

function collect(operations: number[], operands: unknown[], widths: Widths): void {
  const kept: string[] = [];
  let font = "";
  for (const [i, operation] of operations.entries()) {
    const given = operands[i];
    if (operation === OPS.save) kept.push(font);
    else if (operation === OPS.restore) font = kept.pop() ?? font;
    else if (operation === OPS.setFont && Array.isArray(given)) font = String(given[0]);
    else if (operation === OPS.showText && Array.isArray(given)) note(given[0], font, widths);
  }
}

function note(glyphs: unknown, font: string, widths: Widths): void {
  if (!Array.isArray(glyphs)) return;
  const known = widths.get(font) ?? new Map<string, number>();
  widths.set(font, known);
  for (const { unicode, width } of glyphs.filter((each): each is Glyph => typeof each === "object" && each))
    if (typeof unicode === "string" && typeof width === "number") known.set(unicode, width);
}
