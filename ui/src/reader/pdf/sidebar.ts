import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Panel } from "../protocol/messages";
import type { Follow } from "./links";
import { outlineOf } from "./outline";
import type { Size } from "./pages";
import { Thumbnails } from "./thumbnails";

/** Beside the pages: their thumbnails, or the document's outline; each is made when it is first asked for. */
export class Sidebar {
  readonly element = document.createElement("nav");
  readonly #pdf: PDFDocumentProxy;
  readonly #like: Size;
  readonly #go: (page: number) => void;
  readonly #follow: Follow;
  #thumbnails: Thumbnails | null = null;
  #outline: Promise<HTMLElement | null> | null = null;
  #labels: readonly string[] = [];
  #page = 1;
  panel: Panel = null;

  constructor(pdf: PDFDocumentProxy, like: Size, go: (page: number) => void, follow: Follow) {
    this.#pdf = pdf;
    this.#like = like;
    this.#go = go;
    this.#follow = follow;
    this.element.className = "sidebar";
    this.element.hidden = true;
  }

  /** Shows a panel, or hides it where it is shown. */
  async toggle(panel: "thumbnails" | "outline"): Promise<void> {
    this.panel = this.panel === panel ? null : panel;
    this.element.hidden = this.panel === null;
    if (this.panel === "thumbnails") this.#showThumbnails();
    else if (this.panel === "outline") await this.#showOutline();
  }

  show(page: number): void {
    this.#page = page;
    if (this.panel === "thumbnails") this.#thumbnails?.show(page);
  }

  label(labels: readonly string[]): void {
    this.#labels = labels;
    this.#thumbnails?.label(labels);
  }

  #showThumbnails(): void {
    this.element.setAttribute("aria-label", "Thumbnails");
    if (!this.#thumbnails) {
      this.#thumbnails = new Thumbnails(this.#pdf, this.#like, this.#go);
      this.#thumbnails.label(this.#labels);
    }
    this.element.replaceChildren(this.#thumbnails.element);
    this.#thumbnails.show(this.#page);
  }

  async #showOutline(): Promise<void> {
    this.element.setAttribute("aria-label", "Outline");
    this.#outline ??= outlineOf(this.#pdf, this.#follow);
    const outline = await this.#outline;
    if (this.panel !== "outline") return;
    const none = document.createElement("p");
    none.textContent = "This document has no outline.";
    this.element.replaceChildren(outline ?? none);
  }
}
