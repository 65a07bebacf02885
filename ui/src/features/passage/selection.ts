import type { CiteArgs, DocumentRow } from "../../api/generated/wire";
import type { Seen } from "../../reader/protocol/messages";

/**
 * Words selected on a page, white space collapsed as the back end reads it, with the words around them. `seen` where they
 * are as somebody saw them on the drawn page, which the back end finds in the page's text.
 */
export type Passage = { document: string; page: number; seen?: true } & Words;

/** A quote, and what stands right before and after it, which tells it from the same words elsewhere. */
export type Words = { quote: string; prefix: string; suffix: string };

/** How many characters of the page are given on each side of a quote. */
const CONTEXT = 32;

/** The part of the window's selection that lies in an element; null where there is none. */
export function selectedIn(element: HTMLElement): Range | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0).cloneRange();
  if (!range.intersectsNode(element)) return null;
  if (!element.contains(range.startContainer)) range.setStart(element, 0);
  if (!element.contains(range.endContainer)) range.setEnd(element, element.childNodes.length);
  return collapsed(range.toString()) === "" ? null : range;
}

/** The words of a range in the element that holds a page's whole text, and the words around them. */
export function wordsAt(range: Range, text: HTMLElement): Words {
  const [before, after] = [document.createRange(), document.createRange()];
  before.setStart(text, 0);
  before.setEnd(range.startContainer, range.startOffset);
  after.setStart(range.endContainer, range.endOffset);
  after.setEnd(text, text.childNodes.length);
  const inner = range.toString();
  const quote = inner.trim();
  const start = inner.indexOf(quote);
  return {
    quote: collapsed(inner),
    prefix: ending(before.toString() + inner.slice(0, start)),
    suffix: beginning(inner.slice(start + quote.length) + after.toString()),
  };
}

/** Words that were selected where the document is drawn. */
export function passageSeen(document: string, { page, words, before, after }: Seen): Passage {
  return {
    document,
    page,
    quote: collapsed(words),
    prefix: spaced(before),
    suffix: spaced(after),
    seen: true,
  };
}

/** A text with every run of white space as one space. */
export function collapsed(text: string): string {
  return spaced(text).trim();
}

/** A passage as it is cited, its words as they stand now: those around it count only for the words selected. */
export function citeArgs(passage: Passage, words = passage.quote): CiteArgs {
  const { document, page, quote, prefix, suffix, seen } = passage;
  const cited = { document, page, quote: collapsed(words), ...(seen && { seen }) };
  return cited.quote === quote && prefix + suffix !== "" ? { ...cited, prefix, suffix } : cited;
}

/** The day of a document itself, ISO 8601, against which words like "Tuesday" are read; empty where not known. */
export function ownDay(row: Pick<DocumentRow, "published" | "dated"> | null): string {
  const days = row ? [row.published, row.dated].filter((date) => date.shape === "day") : [];
  return days[0]?.earliest ?? "";
}

function ending(text: string): string {
  return [...spaced(text)].slice(-CONTEXT).join("");
}

function beginning(text: string): string {
  return [...spaced(text)].slice(0, CONTEXT).join("");
}

/** White space as the back end tells it, by Unicode's own list. */
function spaced(text: string): string {
  return text.replace(/\p{White_Space}+/gu, " ");
}
