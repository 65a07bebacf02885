import { call } from "../../api/client";
import type { DocumentMarkArgs, Relevance } from "../../api/generated/wire";
import { count } from "../../design/words";
import type { App } from "../frame/app.svelte";
import { RELEVANCE } from "./filter";

/** What can be done with the documents that are selected in the register: each is one act. */

type Change = Omit<DocumentMarkArgs, "documents">;
type Flag = "reviewed" | "starred" | "confidential";

/** Changes the marks of some documents. Rejects with a `WireError`. */
export async function mark(
  app: App,
  documents: readonly string[],
  change: Change,
  told: (documents: string) => string,
): Promise<void> {
  if (documents.length === 0) return;
  await call("document_mark", { documents: [...documents], ...change });
  app.status.say(`${told(count(documents.length, "document"))} Ctrl Z takes it back.`);
}

const FLAG_WORDS: Record<Flag, readonly [(all: string) => string, (all: string) => string]> = {
  reviewed: [(all) => `Marked ${all} as reviewed.`, (all) => `Marked ${all} as not reviewed.`],
  starred: [(all) => `Put a star on ${all}.`, (all) => `Took the star off ${all}.`],
  confidential: [(all) => `Marked ${all} as confidential.`, (all) => `Marked ${all} as not confidential.`],
};

/** Sets a mark on all documents that are selected, or takes it off where all of them bear it. */
export function toggle(app: App, flag: Flag, documents = app.exhibits.targets): Promise<void> {
  const set = !haveAll(app, flag, documents);
  return app.attempt(() => mark(app, documents, { [flag]: set }, FLAG_WORDS[flag][set ? 0 : 1]));
}

/** Says how much the selected documents matter; empty where nobody is to have said. */
export function setRelevance(app: App, relevance: Relevance | ""): Promise<void> {
  const words = relevance === "" ? "nothing said" : RELEVANCE[relevance].toLowerCase();
  return app.attempt(() =>
    mark(app, app.exhibits.targets, { relevance }, (all) => `Relevance of ${all}: ${words}.`),
  );
}

/** Takes the selected documents out of the case that is shown. */
export function takeOut(app: App): Promise<void> {
  return app.attempt(async () => {
    const of = app.exhibits.scope;
    if (of === null) return;
    const name = app.library.case(of)?.name ?? "the case";
    await mark(app, app.exhibits.targets, { take_out_of: [of] }, (all) => `Took ${all} out of ${name}.`);
  });
}

/** Selects every document that passes the filter. */
export function selectAll(app: App): void {
  void app.attempt(() => app.exhibits.selectAll());
}

/** Puts the focus into the field that filters the documents. */
export function focusFilter(): void {
  const field = document.querySelector<HTMLInputElement>("[data-testid=document-filter]");
  field?.focus();
  field?.select();
}

/** A row that is not there yet counts as one without the mark: setting it twice does no harm. */
function haveAll(app: App, flag: Flag, documents: readonly string[]): boolean {
  const known = new Map(app.exhibits.rows.rows.map((row) => [row.document, row[flag]]));
  return documents.every((document) => known.get(document) === true);
}
