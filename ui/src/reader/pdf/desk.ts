import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Fit, PageLayout } from "../protocol/messages";
import type { PagesOfWords } from "../placed/words";
import { bringIntoSight } from "../sight";
import type { Follow } from "./links";
import { DrawnPage } from "./page";
import { clamped, fitting, GAP, Rows, rowWidth, stepped, type Size } from "./pages";

/** Rows beyond those in sight that are drawn ahead. */
const AHEAD = 1;

/** What happens on the desk. */
export type Happening = {
  /** Another page is read, or the pages are laid out anew. */
  viewed: () => void;
  /** A page with its words is on screen, for the first time or anew. */
  drawn: (page: DrawnPage) => void;
  /** A page went out of sight and is there no more. */
  gone: (page: DrawnPage) => void;
};

/** The pages of a PDF under each other. Only those in sight are there; the others are known by their size alone. */
export class Desk {
  readonly element = document.createElement("div");
  readonly #sheet = document.createElement("div");
  readonly #pdf: PDFDocumentProxy;
  readonly #told: PagesOfWords;
  readonly #sizes: Size[];
  readonly #known = new Set<number>();
  readonly #drawn = new Map<number, DrawnPage>();
  readonly #happening: Happening;
  readonly #follow: Follow;
  #rows: Rows;
  #scale = 1;
  #fit: Fit;
  #rotation: number;
  #spread: boolean;
  #reading: number;
  #drawing = false;
  /** Where we scrolled to ourselves: that says nothing of what is read. */
  #settled = -1;

  constructor(
    pdf: PDFDocumentProxy,
    told: PagesOfWords,
    size: Size,
    page: number,
    layout: PageLayout,
    follow: Follow,
    on: Happening,
  ) {
    this.#pdf = pdf;
    this.#told = told;
    this.#sizes = Array.from({ length: pdf.numPages }, () => size);
    this.#known.add(page);
    this.#happening = on;
    this.#follow = follow;
    this.#fit = layout.fit;
    this.#rotation = Number(layout.rotation);
    this.#spread = layout.spread;
    this.#reading = page;
    this.#scale = clamped(layout.percent / 100);
    this.#rows = new Rows(this.#sizes, this.#spread);
    this.element.className = "desk";
    this.element.tabIndex = 0;
    this.element.append(this.#sheet);
    this.#sheet.className = "sheet";
    this.element.addEventListener("scroll", () => this.#moved(), { passive: true });
  }

  get page(): number {
    return this.#reading;
  }

  get layout(): PageLayout {
    const rotation = String(this.#rotation) as PageLayout["rotation"];
    return { percent: Math.round(this.#scale * 100), fit: this.#fit, rotation, spread: this.#spread };
  }

  get pages(): Iterable<DrawnPage> {
    return this.#drawn.values();
  }

  drawnPage(page: number): DrawnPage | undefined {
    return this.#drawn.get(page);
  }

  /** Lays the pages out in the room that there is and goes to the page to be opened: no other is drawn before it. */
  open(): void {
    this.#measure();
    this.go(this.#reading);
  }

  go(page: number, down = 0): void {
    const wanted = Math.min(Math.max(1, page), this.#sizes.length);
    const { top, bottom } = this.#rows.of(wanted);
    this.#reading = wanted;
    this.#scrollTo(down > 0 ? top + (bottom - top) * down : top - GAP);
  }

  /** Brings a range of a drawn page into sight, in the middle, where it is not in sight already. */
  show(range: Range): void {
    bringIntoSight(this.element, range);
  }

  zoom(percent: number): void {
    this.#fit = null;
    this.#lay(() => (this.#scale = clamped(percent / 100)));
  }

  step(by: 1 | -1): void {
    this.zoom(stepped(this.#scale * 100, by));
  }

  fit(fit: "width" | "page"): void {
    this.#fit = fit;
    this.#lay();
  }

  rotate(): void {
    this.#lay(() => (this.#rotation = (this.#rotation + 90) % 360));
  }

  spread(): void {
    this.#lay(() => (this.#spread = !this.#spread));
  }

  /** Lays everything out anew; the place one reads stays where it is. */
  resized(): void {
    this.#lay();
  }

  #lay(change: () => void = () => {}): void {
    const page = this.#reading;
    const before = this.#rows.of(page);
    const down = (this.element.scrollTop - before.top) / (before.bottom - before.top || 1);
    const scale = this.#scale;
    const rotation = this.#rotation;
    change();
    this.#measure();
    if (this.#scale !== scale || this.#rotation !== rotation)
      for (const each of this.#drawn.values()) each.cancel();
    const after = this.#rows.of(page);
    for (const each of this.#drawn.values()) this.#place(each);
    this.#scrollTo(after.top + down * (after.bottom - after.top));
  }

  #measure(): void {
    const room = { width: this.element.clientWidth, height: this.element.clientHeight };
    const first = this.#spread ? this.#reading - ((this.#reading - 1) % 2) : this.#reading;
    const abreast = this.#sizes
      .slice(first - 1, first - 1 + (this.#spread ? 2 : 1))
      .map((size) => this.#turned(size));
    if (this.#fit && room.width > 0) this.#scale = fitting(abreast, room, this.#fit);
    this.#rows = new Rows(
      this.#sizes.map((size) => this.#scaled(size)),
      this.#spread,
    );
    this.#sheet.style.height = `${this.#rows.height}px`;
    this.#sheet.style.width = `${Math.max(this.#rows.width, room.width)}px`;
  }

  /** The size of a page as it is drawn. */
  #scaled(size: Size): Size {
    const { width, height } = this.#turned(size);
    return { width: Math.floor(width * this.#scale), height: Math.floor(height * this.#scale) };
  }

  #turned({ width, height }: Size): Size {
    return this.#rotation % 180 === 0 ? { width, height } : { width: height, height: width };
  }

  #place(page: DrawnPage): void {
    const { first, last, top } = this.#rows.of(page.number);
    const sizes = this.#sizes.slice(first - 1, last).map((size) => this.#scaled(size));
    const room = Math.max(this.#rows.width, this.element.clientWidth);
    const before = sizes.slice(0, page.number - first);
    const left = (room - rowWidth(sizes)) / 2 + GAP + before.reduce((sum, size) => sum + size.width + GAP, 0);
    const size = sizes[page.number - first];
    if (size) page.place(Math.max(0, Math.floor(left)), top, size, this.#scale);
  }

  #scrollTo(top: number): void {
    this.element.scrollTop = top;
    this.#settled = this.element.scrollTop;
    this.#sight();
  }

  #moved(): void {
    const { scrollTop, clientHeight } = this.element;
    if (Math.abs(scrollTop - this.#settled) < 2) return;
    this.#settled = -1;
    this.#reading = this.#rows.read(scrollTop, clientHeight);
    this.#sight();
  }

  /** What is in sight is drawn; what is far from it goes. */
  #sight(): void {
    const { scrollTop, clientHeight } = this.element;
    const [first, last] = this.#rows.between(scrollTop, scrollTop + clientHeight);
    const ahead = AHEAD * (this.#spread ? 2 : 1);
    const [from, to] = [Math.max(1, first - ahead), Math.min(this.#sizes.length, last + ahead)];
    for (const page of this.#drawn.values())
      if ((page.number < from || page.number > to) && !this.#isSelected(page)) this.#drop(page);
    for (let number = from; number <= to; number++) if (!this.#drawn.has(number)) this.#add(number);
    this.#happening.viewed();
    void this.#draw();
  }

  #isSelected(page: DrawnPage): boolean {
    const selection = window.getSelection();
    return selection !== null && !selection.isCollapsed && selection.containsNode(page.element, true);
  }

  #add(number: number): void {
    const page = new DrawnPage(number, this.#pdf, this.#told, this.#follow);
    this.#drawn.set(number, page);
    this.#place(page);
    // In their order, so that a selection over two pages goes the right way.
    const after = [...this.#drawn.values()].filter((each) => each.number > number);
    const next = after.toSorted((a, b) => a.number - b.number)[0];
    this.#sheet.insertBefore(page.element, next?.element ?? null);
  }

  #drop(page: DrawnPage): void {
    this.#drawn.delete(page.number);
    this.#happening.gone(page);
    page.remove();
  }

  /** Draws one page after another, that one reads first, until all are as they should be. */
  async #draw(): Promise<void> {
    if (this.#drawing) return;
    this.#drawing = true;
    try {
      for (let page = this.#next(); page; page = this.#next()) await this.#drawOne(page);
    } finally {
      this.#drawing = false;
    }
  }

  readonly #failed = new WeakSet<DrawnPage>();

  #next(): DrawnPage | undefined {
    const wanted = [...this.#drawn.values()].filter(
      (page) => !page.isDrawn(this.#scale, this.#rotation) && !this.#failed.has(page),
    );
    const far = (page: DrawnPage) => Math.abs(page.number - this.#reading - 0.1);
    return wanted.toSorted((a, b) => far(a) - far(b))[0];
  }

  async #drawOne(page: DrawnPage): Promise<void> {
    try {
      await this.#learn(page);
      const fresh = await page.draw(this.#scale, this.#rotation);
      if (fresh && this.#drawn.get(page.number) === page) this.#happening.drawn(page);
    } catch {
      // A page that cannot be drawn stays white; the others are not kept waiting.
      this.#failed.add(page);
    }
  }

  /** Takes the true size of a page that was only thought of as being like the first that was opened. */
  async #learn(page: DrawnPage): Promise<void> {
    if (this.#known.has(page.number)) return;
    const size = await page.size();
    this.#known.add(page.number);
    const thought = this.#sizes[page.number - 1];
    if (thought?.width === size.width && thought.height === size.height) return;
    this.#lay(() => (this.#sizes[page.number - 1] = size));
  }
}
