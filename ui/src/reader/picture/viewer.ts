import { originalOf } from "../address";
import { tell } from "../line";
import { clamped, fitting, GAP, stepped, type Size } from "../pdf/pages";
import type { Act, Fit, PageLayout } from "../protocol/messages";
import type { Viewer } from "../viewer";

/** Shows a picture; rejects where the browser cannot draw its kind. */
export async function showPicture(root: HTMLElement, document: string, layout: PageLayout): Promise<Viewer> {
  const image = new Image();
  image.src = originalOf(document);
  image.alt = "The picture";
  image.draggable = false;
  await image.decode();
  return new PictureViewer(root, image, layout);
}

class PictureViewer implements Viewer {
  readonly #desk = document.createElement("div");
  readonly #sheet = document.createElement("div");
  readonly #image: HTMLImageElement;
  #scale: number;
  #fit: Fit;
  #rotation: number;

  constructor(root: HTMLElement, image: HTMLImageElement, layout: PageLayout) {
    this.#image = image;
    this.#scale = clamped(layout.percent / 100);
    this.#fit = layout.fit && "page";
    this.#rotation = Number(layout.rotation);
    this.#desk.className = "desk";
    this.#desk.tabIndex = 0;
    this.#sheet.className = "sheet picture";
    this.#sheet.append(image);
    this.#desk.append(this.#sheet);
    root.className = "pdf";
    root.replaceChildren(this.#desk);
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

  // A picture is one page without words.
  go(): void {}
  mark(): void {}
  find(): void {}
  step(): void {}
  clear(): void {}

  #lay(change: () => void = () => {}): void {
    change();
    const room = { width: this.#desk.clientWidth, height: this.#desk.clientHeight };
    const bare = { width: this.#image.naturalWidth, height: this.#image.naturalHeight };
    if (this.#fit && room.width > 0)
      this.#scale = Math.min(1, fitting([this.#turned(bare)], room, this.#fit));
    const drawn = { width: bare.width * this.#scale, height: bare.height * this.#scale };
    const turned = this.#turned(drawn);
    const { style } = this.#sheet;
    style.width = `${Math.max(turned.width + GAP * 2, room.width)}px`;
    style.height = `${Math.max(turned.height + GAP * 2, room.height)}px`;
    this.#image.style.width = `${drawn.width}px`;
    this.#image.style.height = `${drawn.height}px`;
    this.#image.style.rotate = `${this.#rotation}deg`;
    this.#tellView();
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
