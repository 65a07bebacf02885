import type { PageWords } from "../../api/generated/wire";
import { originalOf } from "../address";
import { tell } from "../line";
import { OnePage } from "../onePage";
import { selectByDragging } from "../pdf/drag";
import { clamped, fitting, GAP, stepped, type Size } from "../pdf/pages";
import type { Act, Fit, PageLayout, Quote } from "../protocol/messages";
import { layerOf, turn } from "../placed/layer";
import { PagesOfWords } from "../placed/words";
import { Selecting } from "../selection";
import { bringIntoSight } from "../sight";
import { ShownText } from "../text/shown";
import type { Viewer } from "../viewer";

/** Shows a picture, with the words that a machine read on it; rejects where the browser cannot draw its kind. */
export async function showPicture(root: HTMLElement, document: string, layout: PageLayout): Promise<Viewer> {
  const reading = new PagesOfWords(document).read(1);
  const image = new Image();
  image.src = originalOf(document);
  image.alt = "The picture";
  image.draggable = false;
  await image.decode();
  return new PictureViewer(root, image, await reading, layout);
}

class PictureViewer implements Viewer {
  readonly #desk = document.createElement("div");
  readonly #sheet = document.createElement("div");
  readonly #frame = document.createElement("div");
  readonly #image: HTMLImageElement;
  readonly #words: HTMLElement;
  readonly #page: OnePage;
  readonly #selecting: Selecting;
  #scale: number;
  #fit: Fit;
  #rotation: number;

  constructor(root: HTMLElement, image: HTMLImageElement, reading: PageWords | null, layout: PageLayout) {
    this.#image = image;
    this.#words = layerOf(reading ?? { beside: false, words: [] }, naturalSize(image));
    const shown = new ShownText(this.#words);
    this.#page = new OnePage(window, shown, (range) => bringIntoSight(this.#desk, range));
    this.#selecting = new Selecting(window, (node) => (shown.holds(node) ? { page: 1, shown } : null));
    this.#scale = clamped(layout.percent / 100);
    this.#fit = layout.fit && "page";
    this.#rotation = Number(layout.rotation);
    this.#desk.className = "desk";
    this.#desk.tabIndex = 0;
    this.#sheet.className = "sheet picture";
    this.#frame.className = "page";
    this.#frame.append(this.#words, image);
    this.#sheet.append(this.#frame);
    this.#desk.append(this.#sheet);
    root.className = "pdf";
    root.replaceChildren(this.#desk);
    selectByDragging(this.#desk);
    this.#desk.addEventListener("scroll", () => this.#selecting.moved(), { passive: true });
    this.#desk.addEventListener("click", (event) => this.#clicked(event));
    this.#desk.addEventListener("keydown", (event) => this.#page.pressed(event));
    tell({ type: "opened", pages: 1, labels: null, outline: false, leftOut: 0 });
    this.#lay();
    new ResizeObserver(() => this.#lay()).observe(this.#desk);
    requestAnimationFrame(() => setTimeout(() => tell({ type: "painted", page: 1 })));
  }

  act(act: Act): void {
    if (act === "zoom_in" || act === "zoom_out")
      this.zoom(stepped(this.#scale * 100, act === "zoom_in" ? 1 : -1));
    else if (act === "fit_width" || act === "fit_page")
      this.#lay(() => (this.#fit = act === "fit_width" ? "width" : "page"));
    else if (act === "actual_size") this.zoom(100);
    else if (act === "rotate") this.#lay(() => (this.#rotation = (this.#rotation + 90) % 360));
  }

  zoom(percent: number): void {
    this.#lay(() => {
      this.#fit = null;
      this.#scale = clamped(percent / 100);
    });
  }

  focus(): void {
    this.#desk.focus({ preventScroll: true });
  }

  mark(quotes: readonly Quote[], opened: string | null): void {
    this.#page.mark(quotes, opened);
  }

  find(words: string): void {
    this.#page.find(words);
  }

  step(by: "next" | "previous"): void {
    this.#page.step(by);
  }

  clear(): void {
    this.#selecting.clear();
  }

  // A picture is one page.
  go(): void {}

  #lay(change: () => void = () => {}): void {
    change();
    const room = { width: this.#desk.clientWidth, height: this.#desk.clientHeight };
    const bare = naturalSize(this.#image);
    if (this.#fit && room.width > 0)
      this.#scale = Math.min(1, fitting([this.#turned(bare)], room, this.#fit));
    const drawn = { width: bare.width * this.#scale, height: bare.height * this.#scale };
    const turned = this.#turned(drawn);
    const { style } = this.#sheet;
    style.width = `${Math.max(turned.width + GAP * 2, room.width)}px`;
    style.height = `${Math.max(turned.height + GAP * 2, room.height)}px`;
    this.#frame.style.width = `${turned.width}px`;
    this.#frame.style.height = `${turned.height}px`;
    turn(this.#words, this.#rotation);
    this.#image.style.width = `${drawn.width}px`;
    this.#image.style.height = `${drawn.height}px`;
    this.#image.style.rotate = `${this.#rotation}deg`;
    this.#selecting.moved();
    this.#tellView();
  }

  /** A click that selects nothing is one on a mark. */
  #clicked(event: MouseEvent): void {
    if (event.detail === 0 || window.getSelection()?.isCollapsed === false) return;
    const mark = this.#page.markAt(event.clientX, event.clientY);
    if (mark) tell({ type: "mark", id: mark.id });
  }

  #turned({ width, height }: Size): Size {
    return this.#rotation % 180 === 0 ? { width, height } : { width: height, height: width };
  }

  #tellView(): void {
    const rotation = String(this.#rotation) as PageLayout["rotation"];
    const layout = { percent: Math.round(this.#scale * 100), fit: this.#fit, rotation, spread: false };
    tell({ type: "view", page: 1, panel: null, layout });
  }
}

function naturalSize({ naturalWidth: width, naturalHeight: height }: HTMLImageElement): Size {
  return { width, height };
}
