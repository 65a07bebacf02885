import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Follow, Target } from "./links";

type Entry = Awaited<ReturnType<PDFDocumentProxy["getOutline"]>>[number];

/** Deeper than this, and beyond so many entries, an outline is cut off. */
const DEEPEST = 12;
const MOST = 5000;

/** The outline of a document as a tree of buttons; null where it has none. */
export async function outlineOf(pdf: PDFDocumentProxy, follow: Follow): Promise<HTMLElement | null> {
  const entries = (await pdf.getOutline().catch(() => null)) ?? [];
  if (entries.length === 0) return null;
  const left = { entries: MOST };
  const list = listOf(entries, follow, 1, left);
  list.classList.add("outline");
  return list;
}

function listOf(entries: Entry[], follow: Follow, depth: number, left: { entries: number }): HTMLElement {
  const list = document.createElement("ul");
  for (const entry of entries) {
    if (left.entries-- <= 0) break;
    const item = document.createElement("li");
    item.append(buttonOf(entry, follow));
    if (entry.items.length > 0 && depth < DEEPEST) item.append(listOf(entry.items, follow, depth + 1, left));
    list.append(item);
  }
  return list;
}

function buttonOf(entry: Entry, follow: Follow): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = entry.title.trim().slice(0, 300) || "Untitled";
  const target = targetOf(entry);
  if (target) button.addEventListener("click", () => follow(target, "go"));
  else button.disabled = true;
  return button;
}

function targetOf({ dest, url, unsafeUrl }: Entry): Target | null {
  if (typeof dest === "string" || Array.isArray(dest)) return { destination: dest };
  const address = url ?? unsafeUrl;
  return address ? { address: address.slice(0, 500) } : null;
}
