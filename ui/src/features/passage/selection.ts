import type { DocumentRow } from "../../api/generated/wire";

/** Words selected on a page, white space collapsed as the back end reads it. */
export type Passage = { document: string; page: number; quote: string };

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

/** A text with every run of white space as one space. */
export function collapsed(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** A passage as it is pasted elsewhere: the words, the document, the page. */
export function withCitation(passage: Passage, title: string): string {
  return `“${passage.quote}” (${title}, p.\u00a0${passage.page})`;
}

/** The day of a document itself, ISO 8601, against which words like "Tuesday" are read; empty where not known. */
export function ownDay(row: DocumentRow | null): string {
  const days = row ? [row.published, row.dated].filter((date) => date.shape === "day") : [];
  return days[0]?.earliest ?? "";
}
