import { call } from "../../api/client";
import type { Relatives, Relevance } from "../../api/generated/wire";
import type { App } from "../frame/app.svelte";
import { open, writable, type Command } from "../frame/command";
import { focusOn } from "../document/commands";
import { hasRelatives, kinOf, neighbours } from "./family.svelte";
import { setRelevance, shownDocument, toggleConfidential, toggleReviewed, toggleStarred } from "./marking";
import { parts, type PartId } from "./parts.svelte";

const shows = (app: App) => open(app) && shownDocument(app) !== null;
const canAct = (app: App) => writable(app) && shows(app);
/** In the register the same keys mark all that is selected. */
const reading = (app: App) => canAct(app) && app.nav.current.view === "document";

function marks(id: string, title: string, key: string, run: (app: App) => void): Command {
  return { id, title: `Document: ${title}`, group: "Change", keys: [key], when: reading, run };
}

function relevance(id: string, title: string, key: string, value: Relevance | null): Command {
  return marks(id, title, key, (app) => void setRelevance(app, value));
}

/** Shows the inspector and a part of it, and begins a form there. */
function begin(app: App, form: string, part: PartId): void {
  app.inspector = true;
  app.editing = null;
  app.evidence.begin(form, part);
}

/** Puts the focus into one of the fields for tags and issues: 0 or 1. */
function focusTags(app: App, which: number): void {
  app.inspector = true;
  parts.open("marks");
  void focusOn(`[data-testid=mark-tags] > :nth-child(${which + 1}) input`);
}

const inFamily = (app: App) => {
  const row = shownDocument(app);
  return open(app) && row !== null && hasRelatives(row);
};
const insideAnother = (app: App) => inFamily(app) && shownDocument(app)?.parent !== null;

/** Opens a relative of the document that is shown, where there is such a one. */
function openRelative(app: App, which: (relatives: Relatives) => string | null): Promise<void> {
  return app.attempt(async () => {
    const row = shownDocument(app);
    if (!row) return;
    await app.evidence.family.show(row);
    const relatives = app.evidence.family.of(row);
    const relative = relatives && which(relatives);
    if (relative !== null) app.openDocument(relative);
    else app.status.say("There is no other one there.");
  });
}

function viewOutside(app: App): Promise<void> {
  return app.attempt(async () => {
    const row = shownDocument(app);
    if (!row) return;
    await call("document_view_outside", { document: row.document });
    app.status.say(`Opened a copy with another program; it is noted on the ledger: ${row.title}`);
  });
}

/** The commands of a document as evidence, in the order in which they are listed. */
export const EVIDENCE: readonly Command[] = [
  marks("reviewed", "reviewed, or not", "R", (app) => void toggleReviewed(app)),
  marks("starred", "star, or take the star off", "S", (app) => void toggleStarred(app)),
  relevance("relevance_key", "key", "Alt+1", "key"),
  relevance("relevance_relevant", "relevant", "Alt+2", "relevant"),
  relevance("relevance_not", "not relevant", "Alt+3", "not_relevant"),
  relevance("relevance_none", "nothing said of relevance", "Alt+0", null),
  marks("confidential", "confidential, or not", "Shift+C", (app) => void toggleConfidential(app)),
  marks("privileged", "privileged…", "Shift+P", (app) => begin(app, "privilege", "marks")),
  marks("tag", "tag…", "Alt+T", (app) => focusTags(app, 0)),
  marks("issue", "issue…", "Alt+I", (app) => focusTags(app, 1)),
  {
    id: "family",
    title: "Document: to its e-mail or archive, or to the first inside it",
    group: "Go",
    keys: ["Y"],
    when: inFamily,
    run: (app) => void openRelative(app, kinOf),
  },
  {
    id: "inside_register",
    title: "Document: all that lies inside it, in the register",
    group: "Go",
    keys: ["Shift+Y"],
    when: (app) => open(app) && (shownDocument(app)?.attachments ?? 0) > 0,
    run: (app) => {
      const row = shownDocument(app);
      if (row) app.showInside(row.document, row.title);
    },
  },
  {
    id: "family_after",
    title: "Document: the next one in its e-mail or archive",
    group: "Go",
    keys: ["Alt+PageDown"],
    when: insideAnother,
    run: (app) => void openRelative(app, (relatives) => neighbours(relatives).after),
  },
  {
    id: "family_before",
    title: "Document: the one before in its e-mail or archive",
    group: "Go",
    keys: ["Alt+PageUp"],
    when: insideAnother,
    run: (app) => void openRelative(app, (relatives) => neighbours(relatives).before),
  },
  {
    id: "copy_out",
    title: "Document: export a copy of the original…",
    group: "Make",
    keys: ["Ctrl+Shift+S"],
    when: canAct,
    run: (app) => begin(app, "export", "custody"),
  },
  {
    id: "view_outside",
    title: "Document: open a copy with another program",
    group: "Make",
    keys: ["Ctrl+Shift+O"],
    when: canAct,
    run: (app) => void viewOutside(app),
  },
];
