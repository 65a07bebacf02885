import { open, writable, type Command } from "../frame/command";
import type { App } from "../frame/app.svelte";
import { selectAll, setRelevance, takeOut, toggle } from "./acts";
import { canMove, moveExhibits } from "./move";

const inRegister = (app: App) => open(app) && app.nav.current.view === "exhibits";
const onDocuments = (app: App) => writable(app) && inRegister(app) && app.exhibits.targets.length > 0;
const numbered = (app: App) =>
  writable(app) && inRegister(app) && (app.exhibits.schemes.value ?? []).some((row) => row.count > 0);

/** An act on the documents that are selected in the register. */
function onSelected(id: string, title: string, key: string, run: (app: App) => void): Command {
  return { id, title: `Documents: ${title}`, group: "Change", keys: [key], when: onDocuments, run };
}

/** The commands of the register. Here their keys go before those that are the same elsewhere. */
export const REGISTER_COMMANDS: readonly Command[] = [
  {
    id: "select_all",
    title: "Documents: select all that pass the filter",
    group: "Change",
    keys: ["Ctrl+A"],
    when: inRegister,
    run: selectAll,
  },
  onSelected("documents_reviewed", "reviewed, or not", "R", (app) => void toggle(app, "reviewed")),
  onSelected("documents_star", "star, or take the star off", "S", (app) => void toggle(app, "starred")),
  onSelected("documents_key", "key", "1", (app) => void setRelevance(app, "key")),
  onSelected("documents_relevant", "relevant", "2", (app) => void setRelevance(app, "relevant")),
  onSelected("documents_not_relevant", "not relevant", "3", (app) => void setRelevance(app, "not_relevant")),
  onSelected("documents_no_relevance", "nothing said of relevance", "0", (app) => void setRelevance(app, "")),
  onSelected(
    "documents_confidential",
    "confidential, or not",
    "Shift+C",
    (app) => void toggle(app, "confidential"),
  ),
  onSelected("documents_privilege", "privileged…", "Shift+P", (app) => (app.sheet = "documents_privilege")),
  onSelected("documents_tag", "tag…", "Shift+T", (app) => (app.sheet = "documents_tag")),
  onSelected("documents_issue", "issue…", "Shift+I", (app) => (app.sheet = "documents_issue")),
  onSelected("documents_file", "file in a case…", "F", (app) => (app.sheet = "documents_file")),
  {
    id: "documents_take_out",
    title: "Documents: take out of this case",
    group: "Change",
    keys: ["Shift+F"],
    when: (app) => onDocuments(app) && app.exhibits.scope !== null,
    run: (app) => void takeOut(app),
  },
  onSelected("mark_exhibits", "mark as exhibits…", "Shift+E", (app) => (app.sheet = "mark_exhibits")),
  onSelected("bates", "number with Bates numbers…", "Shift+B", (app) => (app.sheet = "bates")),
  onSelected("remove_marks", "take exhibit marks off…", "Delete", (app) => (app.sheet = "remove_marks")),
  {
    id: "renumber",
    title: "Exhibits: renumber…",
    group: "Change",
    keys: ["Shift+N"],
    when: numbered,
    run: (app) => {
      app.exhibits.move = null;
      app.sheet = "renumber";
    },
  },
  {
    id: "exhibit_up",
    title: "Exhibits: move the selected ones up…",
    group: "Change",
    keys: ["Alt+Shift+ArrowUp"],
    when: (app) => onDocuments(app) && canMove(app),
    run: (app) => void moveExhibits(app, -1),
  },
  {
    id: "exhibit_down",
    title: "Exhibits: move the selected ones down…",
    group: "Change",
    keys: ["Alt+Shift+ArrowDown"],
    when: (app) => onDocuments(app) && canMove(app),
    run: (app) => void moveExhibits(app, 1),
  },
  {
    id: "export_register",
    title: "Documents: export the register as table…",
    group: "Make",
    keys: ["Ctrl+Shift+E"],
    inFields: true,
    when: inRegister,
    run: (app) => (app.sheet = "export_register"),
  },
  {
    id: "concordance",
    title: "Concordance: find by mark, Bates number or page…",
    group: "Go",
    keys: ["K"],
    when: open,
    run: (app) => (app.sheet = "concordance"),
  },
  {
    id: "productions",
    title: "Productions with Bates numbers…",
    group: "Go",
    keys: ["B"],
    when: open,
    run: (app) => (app.sheet = "productions"),
  },
];
