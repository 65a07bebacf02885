import "./reader.css";
import { passKeys } from "./keys";
import { hear, tell } from "./line";
import type { Command } from "./protocol/messages";
import type { Viewer } from "./viewer";

/** The frame in which a document is shown. It knows one document, draws it, and says what is done with it. */
type Opening = Extract<Command, { type: "open" }>;

const found = document.getElementById("root");
if (!found) throw new Error("the page has no #root");
const root: HTMLElement = found;

let viewer: Viewer | null = null;
/** What the window wanted before the document was there: the newest of each kind. */
const waiting = new Map<Command["type"], Command>();

/** PDF.js is fetched for a PDF only. */
async function show({ kind, document: id, size, page, layout }: Opening): Promise<Viewer> {
  if (kind === "pdf") return (await import("./pdf/viewer")).showPdf(root, id, size, page, layout);
  if (kind === "picture") return (await import("./picture/viewer")).showPicture(root, id, layout);
  return (await import("./paper/viewer")).showPaper(root, id, layout);
}

async function open(opening: Opening): Promise<void> {
  try {
    viewer = await show(opening);
    if (document.hasFocus()) viewer.focus();
    for (const command of waiting.values()) obey(viewer, command);
  } catch (reason) {
    tell({ type: "failed", why: whyNot(reason, opening) });
  }
}

function whyNot(reason: unknown, { kind }: Opening): "encrypted" | "damaged" | "missing" {
  const name = reason instanceof Error ? reason.name : "";
  if (name === "PasswordException") return "encrypted";
  return kind === "paper" ? "missing" : "damaged";
}

function obey(viewer: Viewer, command: Command): void {
  switch (command.type) {
    case "go":
      return viewer.go(command.page);
    case "marks":
      return viewer.mark(command.quotes, command.opened);
    case "act":
      return viewer.act(command.act);
    case "zoom":
      return viewer.zoom(command.percent);
    case "find":
      return viewer.find(command.words);
    case "step":
      return viewer.step(command.by);
    case "clear":
      return viewer.clear();
    case "focus":
      return viewer.focus();
  }
}

let opened = false;
hear((command) => {
  if (command.type === "look") {
    document.documentElement.style.fontSize = `${command.percent}%`;
  } else if (command.type === "open") {
    // One frame, one document: another one is another frame.
    if (!opened) void open(command);
    opened = true;
  } else if (viewer) obey(viewer, command);
  else waiting.set(command.type, command);
});
passKeys(document);
window.addEventListener("focus", () => {
  if (document.activeElement === document.body) viewer?.focus();
});
tell({ type: "ready" });
