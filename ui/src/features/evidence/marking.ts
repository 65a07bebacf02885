import { call } from "../../api/client";
import type { DocumentMarkArgs, DocumentRow, Relevance } from "../../api/generated/wire";
import { RELEVANCE } from "../exhibits/filter";
import type { App } from "../frame/app.svelte";

/** What can be marked on documents. */
export type Marks = Omit<DocumentMarkArgs, "documents">;

/** The document that the inspector shows, in the register or over its pages; null in any other view. */
export function shownDocument(app: App): DocumentRow | null {
  const { view } = app.nav.current;
  if (view === "document") return app.reading.row.value;
  return view === "exhibits" ? app.exhibits.selected : null;
}

/** Marks the document that is shown, and says so: "Reviewed: Title". */
export function mark(app: App, row: DocumentRow | null, marks: Marks, words: string): Promise<void> {
  return app.attempt(async () => {
    if (!row) return;
    await call("document_mark", { documents: [row.document], ...marks });
    app.status.say(`${words}: ${row.title}`);
  });
}

export function toggleReviewed(app: App): Promise<void> {
  const row = shownDocument(app);
  const reviewed = !row?.marks.reviewed;
  return mark(app, row, { reviewed }, reviewed ? "Reviewed" : "Not reviewed");
}

export function toggleStarred(app: App): Promise<void> {
  const row = shownDocument(app);
  const starred = !row?.marks.starred;
  return mark(app, row, { starred }, starred ? "Starred" : "The star is off");
}

export function toggleConfidential(app: App): Promise<void> {
  const row = shownDocument(app);
  const confidential = !row?.marks.confidential;
  return mark(app, row, { confidential }, confidential ? "Confidential" : "Not confidential");
}

/** Says how much the document matters; null takes that back. */
export function setRelevance(app: App, relevance: Relevance | null): Promise<void> {
  const words = relevance === null ? "Relevance not said" : RELEVANCE[relevance];
  return mark(app, shownDocument(app), { relevance: relevance ?? "" }, words);
}

/** What to add and what to take away, so that a list becomes another. */
export function difference(before: readonly string[], now: readonly string[]) {
  return {
    added: now.filter((each) => !before.includes(each)),
    removed: before.filter((each) => !now.includes(each)),
  };
}
