import type { App } from "../frame/app.svelte";
import { open, type Command } from "../frame/command";
import { isFollowing, walkHits } from "./acts";

const walks = (app: App) => isFollowing(app) && !app.reading.finding;

/** The commands of a search, in the order in which they are listed. */
export const SEARCHING: readonly Command[] = [
  {
    id: "search",
    title: "Search everything",
    group: "Go",
    keys: ["Ctrl+F", "/"],
    inFields: true,
    when: open,
    run: (app) => app.go({ view: "search" }),
  },
  {
    id: "search_help",
    title: "How to ask: the language of queries",
    group: "Go",
    keys: ["Shift+F1"],
    inFields: true,
    when: open,
    run: (app) => (app.sheet = "search_help"),
  },
  {
    id: "term_list",
    title: "Search for every term of a list…",
    group: "Go",
    keys: ["Ctrl+Shift+T"],
    inFields: true,
    when: open,
    run: (app) => (app.sheet = "term_list"),
  },
  {
    id: "next_hit",
    title: "Hits of a search: next one, also in the next document",
    group: "Go",
    keys: ["F3"],
    inFields: true,
    when: walks,
    run: (app) => void walkHits(app, 1),
  },
  {
    id: "previous_hit",
    title: "Hits of a search: the one before",
    group: "Go",
    keys: ["Shift+F3"],
    inFields: true,
    when: walks,
    run: (app) => void walkHits(app, -1),
  },
  {
    id: "to_results",
    title: "Hits of a search: back to the results",
    group: "Go",
    keys: ["Escape"],
    // The first Esc closes what lies over the document or beside it.
    when: (app) => walks(app) && !app.inspector && app.passage === null,
    run: (app) => app.back(),
  },
];
