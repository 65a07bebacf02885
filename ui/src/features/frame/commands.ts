import { textSize } from "../../design/textSize.svelte";
import { toggleStar } from "../event/star";
import { beginMerge, removeParty } from "../people/acts";
import { focusFilter, mergeTogether, moveEvent } from "../timeline/acts";
import type { App } from "./app.svelte";
import type { Chord } from "./keys";

/** Something that the window can do: in the palette, by key, and in the list of keys. */
export type Command = {
  id: string;
  title: string;
  group: "Go" | "Make" | "Change" | "Window";
  /** The first is shown; the others work as well. Of two commands with one key, the first that makes sense runs. */
  keys: Chord[];
  run: (app: App) => void;
  /** Whether it makes sense now; always, where not given. */
  when?: (app: App) => boolean;
  /** Works with the focus in a field, too: for keys that no field uses. */
  inFields?: boolean;
};

const open = (app: App) => app.library.info !== null;
const writable = (app: App) => app.library.writable;
const hasCase = (app: App) => app.library.writable && app.library.cases.length > 0;
const atPeople = (app: App) =>
  writable(app) && app.nav.current.view === "people" && app.people.selected !== null;
const onEvent = (app: App) =>
  writable(app) && app.nav.current.view === "timeline" && app.timeline.selected !== null;
const inCase = (app: App) => open(app) && app.currentCase !== null;

/** Every command, in the order in which they are listed. */
export const COMMANDS: readonly Command[] = [
  {
    id: "palette",
    title: "Find a case, person, event, sum, document or command",
    group: "Go",
    keys: ["Ctrl+K"],
    inFields: true,
    when: open,
    run: (app) => (app.sheet = "palette"),
  },
  {
    id: "search",
    title: "Search the documents",
    group: "Go",
    keys: ["Ctrl+F", "/"],
    inFields: true,
    when: open,
    run: (app) => app.go({ view: "search" }),
  },
  {
    id: "all",
    title: "All cases",
    group: "Go",
    keys: ["A"],
    when: open,
    run: (app) => app.go({ view: "timeline", case: null }),
  },
  {
    id: "review",
    title: "To review",
    group: "Go",
    keys: ["R"],
    when: open,
    run: (app) => app.go({ view: "review" }),
  },
  {
    id: "timeline",
    title: "Timeline of this case, or of all",
    group: "Go",
    keys: ["T"],
    when: open,
    run: (app) => app.go({ view: "timeline", case: app.currentCase }),
  },
  {
    id: "exhibits",
    title: "Exhibits of this case",
    group: "Go",
    keys: ["E"],
    when: inCase,
    run: (app) => app.currentCase !== null && app.go({ view: "exhibits", case: app.currentCase }),
  },
  {
    id: "people",
    title: "People of this case, or of all",
    group: "Go",
    keys: ["P"],
    when: open,
    run: (app) => app.go({ view: "people", case: app.currentCase }),
  },
  {
    id: "amounts",
    title: "Amounts of this case, or of all",
    group: "Go",
    keys: ["M"],
    when: open,
    run: (app) => app.go({ view: "amounts", case: app.currentCase }),
  },
  {
    id: "notes",
    title: "Notes on this case",
    group: "Go",
    keys: ["O"],
    when: inCase,
    run: (app) => app.currentCase !== null && app.go({ view: "notes", case: app.currentCase }),
  },
  {
    id: "next",
    title: "What is next, over all cases",
    group: "Go",
    keys: ["X"],
    when: open,
    run: (app) => app.go({ view: "next" }),
  },
  {
    id: "filter",
    title: "Filter the events",
    group: "Go",
    keys: ["Ctrl+Shift+F"],
    inFields: true,
    when: (app) => open(app) && app.nav.current.view === "timeline",
    run: focusFilter,
  },
  {
    id: "back",
    title: "Back",
    group: "Go",
    keys: ["Alt+ArrowLeft", "Backspace"],
    when: (app) => app.nav.canGoBack,
    run: (app) => app.back(),
  },
  {
    id: "note",
    title: "New note",
    group: "Make",
    keys: ["N"],
    when: (app) => writable(app) && app.nav.current.view === "notes",
    run: (app) => (app.notes.editing = "new"),
  },
  {
    id: "party",
    title: "New person or body…",
    group: "Make",
    keys: ["N"],
    when: (app) => writable(app) && app.nav.current.view === "people",
    run: (app) => (app.sheet = "party"),
  },
  {
    id: "event",
    title: "New event…",
    group: "Make",
    keys: ["N"],
    when: hasCase,
    run: (app) => (app.sheet = "event"),
  },
  {
    id: "cite",
    title: "Cite the selected words in an event…",
    group: "Make",
    keys: ["C"],
    when: (app) => hasCase(app) && app.passage !== null,
    run: (app) => (app.sheet = "cite"),
  },
  {
    id: "case",
    title: "New case…",
    group: "Make",
    keys: ["C"],
    when: writable,
    run: (app) => (app.sheet = "case"),
  },
  {
    id: "import",
    title: "Import…",
    group: "Make",
    keys: ["Ctrl+I"],
    inFields: true,
    when: (app) => writable(app) && !app.importing.running,
    run: (app) => (app.sheet = "import"),
  },
  {
    id: "import_table",
    title: "Import a table…",
    group: "Make",
    keys: ["Ctrl+Shift+I"],
    inFields: true,
    when: writable,
    run: (app) => (app.sheet = "import_table"),
  },
  {
    id: "export_table",
    title: "Export as table…",
    group: "Make",
    keys: ["Ctrl+Shift+E"],
    inFields: true,
    when: open,
    run: (app) => (app.sheet = "export_table"),
  },
  {
    id: "edit",
    title: "Edit this event, document or person",
    group: "Change",
    keys: ["F2"],
    when: (app) => writable(app) && app.editable !== null,
    run: (app) => app.edit(),
  },
  {
    id: "edit_case",
    title: "Edit this case…",
    group: "Change",
    keys: ["Shift+F2", "F2"],
    when: (app) => writable(app) && inCase(app),
    run: (app) => (app.sheet = "edit_case"),
  },
  {
    id: "merge_party",
    title: "Merge this person with another…",
    group: "Change",
    keys: ["G"],
    when: atPeople,
    run: beginMerge,
  },
  {
    id: "remove_party",
    title: "Remove this person",
    group: "Change",
    keys: ["Delete"],
    when: atPeople,
    run: (app) => void removeParty(app),
  },
  {
    id: "star",
    title: "Star this event, or take the star off",
    group: "Change",
    keys: ["S"],
    when: onEvent,
    run: (app) => void toggleStar(app),
  },
  {
    id: "add_account",
    title: "Add an account without a document…",
    group: "Change",
    keys: ["Shift+A"],
    when: onEvent,
    run: (app) => app.act({ kind: "add_account" }),
  },
  {
    id: "earlier",
    title: "Put this event before the last one of its date",
    group: "Change",
    keys: ["Alt+ArrowUp"],
    when: onEvent,
    run: (app) => void moveEvent(app, -1),
  },
  {
    id: "later",
    title: "Put this event after the next one of its date",
    group: "Change",
    keys: ["Alt+ArrowDown"],
    when: onEvent,
    run: (app) => void moveEvent(app, 1),
  },
  {
    id: "merge",
    title: "Merge the selected events into one",
    group: "Change",
    keys: ["G"],
    when: (app) => onEvent(app) && app.timeline.together.length > 1,
    run: (app) => void mergeTogether(app),
  },
  {
    id: "split",
    title: "Split this event in two…",
    group: "Change",
    keys: ["Shift+S"],
    when: (app) => onEvent(app) && (app.timeline.detail.value?.accounts.length ?? 0) > 0,
    run: (app) => app.act({ kind: "split" }),
  },
  {
    id: "merge_with",
    title: "Merge this event with another…",
    group: "Change",
    keys: ["Shift+G"],
    when: onEvent,
    run: (app) => app.act({ kind: "merge" }),
  },
  {
    id: "remove_event",
    title: "Remove this event",
    group: "Change",
    keys: ["Delete"],
    when: (app) => writable(app) && app.nav.current.view === "timeline" && app.timeline.selected !== null,
    run: (app) => void app.removeEvent(),
  },
  {
    id: "undo",
    title: "Undo",
    group: "Change",
    keys: ["Ctrl+Z"],
    when: (app) => writable(app) && app.library.info?.undo != null,
    run: (app) => void app.replay("undo"),
  },
  {
    id: "redo",
    title: "Redo",
    group: "Change",
    keys: ["Ctrl+Shift+Z", "Ctrl+Y"],
    when: (app) => writable(app) && app.library.info?.redo != null,
    run: (app) => void app.replay("redo"),
  },
  {
    id: "inspector",
    title: "Show or hide the inspector",
    group: "Window",
    keys: ["I"],
    when: open,
    run: (app) => (app.inspector = !app.inspector),
  },
  {
    id: "wide_inspector",
    title: "Widen or narrow the inspector",
    group: "Window",
    keys: ["W"],
    when: (app) => open(app) && app.inspects,
    run: (app) => app.widen(),
  },
  {
    id: "open_library",
    title: "Open a library…",
    group: "Window",
    keys: ["Ctrl+O"],
    inFields: true,
    run: (app) => (app.sheet = "open_library"),
  },
  {
    id: "new_library",
    title: "New library…",
    group: "Window",
    keys: ["Ctrl+Shift+N"],
    inFields: true,
    run: (app) => (app.sheet = "new_library"),
  },
  {
    id: "larger",
    title: "Larger text",
    group: "Window",
    keys: ["Ctrl++", "Ctrl+="],
    inFields: true,
    run: () => textSize.step(1),
  },
  {
    id: "smaller",
    title: "Smaller text",
    group: "Window",
    keys: ["Ctrl+-"],
    inFields: true,
    run: () => textSize.step(-1),
  },
  {
    id: "normal",
    title: "Normal text size",
    group: "Window",
    keys: ["Ctrl+0"],
    inFields: true,
    run: () => textSize.set(100),
  },
  {
    id: "keys",
    title: "All keys",
    group: "Window",
    keys: ["F1", "?"],
    inFields: true,
    run: (app) => (app.sheet = "keys"),
  },
];

/** Keys that belong to one part of the window; listed with the others, handled where they work. */
export const LOCAL_KEYS: readonly { title: string; keys: string }[] = [
  { title: "Next or previous row, event or hit", keys: "↓ ↑" },
  { title: "A screenful on or back", keys: "Page Down, Page Up" },
  { title: "First or last row", keys: "Home, End" },
  { title: "Table of events: select several", keys: "Shift ↓ ↑, Ctrl ↓ ↑ and Space" },
  { title: "Open the passage, document or page; in the ribbon, a count", keys: "Enter" },
  { title: "Filter: take out the part that has the focus, or all of it", keys: "Delete, Esc" },
  { title: "Ribbon: zoom in, zoom out, show all", keys: "+ − 0" },
  { title: "Ribbon: earlier, later", keys: "← →" },
  { title: "Ribbon: its beginning, its end", keys: "Home, End" },
  { title: "Document: next or previous page", keys: "] [ or Page Down, Page Up" },
  { title: "Document: select words", keys: "Shift → ← ↓ ↑, with Ctrl by words" },
  { title: "To review, document: read the file again", keys: "Shift R" },
  { title: "Account in the inspector: edit it", keys: "F2" },
  { title: "Date field: choose among the dates it can be", keys: "↓ Enter" },
  { title: "People, tags: choose what is offered, take one off", keys: "↓ ↑ Enter, Backspace, or ← Delete" },
  { title: "Form: send", keys: "Ctrl Enter" },
  { title: "Close the sheet, the bar at selected words, or the inspector", keys: "Esc" },
];

/** One command by its id; the id is known to exist where this is called. */
export function command(id: string): Command {
  const found = COMMANDS.find((each) => each.id === id);
  if (!found) throw new Error(`no command ${id}`);
  return found;
}
