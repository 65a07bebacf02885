import { tick } from "svelte";
import type { Act } from "../../reader/protocol/messages";
import type { App } from "../frame/app.svelte";
import { writable, type Command } from "../frame/command";
import { highlight } from "../passage/highlight";
import { canBeDrawn } from "./kind";

const inDocument = (app: App) => app.nav.current.view === "document" && app.reading.row.value !== null;
const drawn = (app: App) => inDocument(app) && app.reading.reader !== null;
const onPages = (app: App) => drawn(app) && app.reading.reader?.kind === "pdf";
const isSealed = ({ reading }: App) => reading.sealed === reading.row.value?.document;
const turns = (app: App) => drawn(app) && app.reading.reader?.kind !== "paper";

/** A picture has words where a machine read it. */
const hasWords = (app: App) =>
  drawn(app) && (app.reading.reader?.kind !== "picture" || app.reading.page.value?.machine != null);

/** Puts the focus on a field or a pane of the document's view, once it is there. */
export async function focusOn(selector: string): Promise<void> {
  await tick();
  const target = document.querySelector<HTMLElement>(selector);
  target?.focus();
  if (target instanceof HTMLInputElement) target.select();
}

/** From the page to the margin, and back. */
function changePane(app: App): void {
  const margin = document.querySelector<HTMLElement>("[data-margin]");
  if (margin?.contains(document.activeElement)) return void app.focusView();
  app.inspector = true;
  void focusOn("[data-margin] button");
}

function act(id: string, title: string, key: string, does: Act, when = drawn): Command {
  return { id, title, group: "Go", keys: [key], when, run: (app) => app.reading.reader?.act(does) };
}

/** The commands of a document's view, in the order in which they are listed. */
export const READING: readonly Command[] = [
  {
    id: "find",
    title: "Find in this document",
    group: "Go",
    keys: ["Ctrl+F"],
    inFields: true,
    when: hasWords,
    run: (app) => {
      app.reading.finding = true;
      void focusOn("[data-find]");
    },
  },
  {
    id: "find_next",
    title: "Document: next place of the words",
    group: "Go",
    keys: ["F3"],
    inFields: true,
    when: (app) => drawn(app) && app.reading.finding,
    run: (app) => app.reading.reader?.step("next"),
  },
  {
    id: "find_previous",
    title: "Document: place of the words before",
    group: "Go",
    keys: ["Shift+F3"],
    inFields: true,
    when: (app) => drawn(app) && app.reading.finding,
    run: (app) => app.reading.reader?.step("previous"),
  },
  {
    id: "go_to_page",
    title: "Document: go to page",
    group: "Go",
    keys: ["Ctrl+G"],
    inFields: true,
    when: inDocument,
    run: () => void focusOn("[data-page-number]"),
  },
  {
    id: "as_text",
    title: "Document: page as it looks, or its text",
    group: "Go",
    keys: ["V"],
    when: (app) => inDocument(app) && canBeDrawn(app.reading.row.value) && !isSealed(app),
    run: (app) => {
      app.reading.asText = !app.reading.asText;
      void app.focusView();
    },
  },
  act("page_larger", "Document: zoom in", "+", "zoom_in"),
  act("page_smaller", "Document: zoom out", "-", "zoom_out"),
  act("fit_width", "Document: fit the width", "0", "fit_width"),
  act("fit_page", "Document: fit the whole page", "9", "fit_page", turns),
  act("actual_size", "Document: actual size", "1", "actual_size"),
  act("rotate", "Document: turn by 90°", "U", "rotate", turns),
  act("two_pages", "Document: two pages side by side", "D", "spread", onPages),
  act("thumbnails", "Document: thumbnails", "Shift+T", "thumbnails", onPages),
  act("outline", "Document: outline", "L", "outline", onPages),
  {
    id: "pane",
    title: "Document: from the page to the margin, and back",
    group: "Go",
    keys: ["F6"],
    inFields: true,
    when: inDocument,
    run: changePane,
  },
  {
    id: "highlight",
    title: "Highlight the selected words",
    group: "Make",
    keys: ["H"],
    when: (app) => writable(app) && app.passage !== null,
    run: (app) => void highlight(app),
  },
  {
    id: "note_passage",
    title: "Note on the selected words…",
    group: "Make",
    keys: ["Shift+H"],
    when: (app) => writable(app) && app.passage !== null,
    run: (app) => {
      app.reading.noting = null;
      app.sheet = "note_passage";
    },
  },
];
