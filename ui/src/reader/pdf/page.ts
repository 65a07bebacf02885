import {
  AnnotationMode,
  TextLayer,
  type PDFDocumentProxy,
  type PDFPageProxy,
  type PageViewport,
  type RenderTask,
} from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PageWords } from "../../api/generated/wire";
import { layerOf, turn } from "../placed/layer";
import type { PagesOfWords } from "../placed/words";
import { ShownText } from "../text/shown";
import { widthsOf } from "./letters";
import { linksOf, type Follow } from "./links";
import type { Size } from "./pages";
import { byWord } from "./words";

/** CSS pixels of one point of PDF, which is 1/72 inch. */
export const PIXELS = 96 / 72;
/** The most pixels of one canvas; a page beyond it is drawn coarser. */
const MOST_PIXELS = 1 << 24;

type Item = Awaited<ReturnType<PDFPageProxy["getTextContent"]>>["items"][number];

/** A page on screen: its picture, its text over that, and its links between. */
export class DrawnPage {
  readonly element = document.createElement("div");
  readonly number: number;
  /** Its words, once they are there. */
  shown: ShownText | null = null;
  readonly #pdf: PDFDocumentProxy;
  readonly #told: PagesOfWords;
  readonly #follow: Follow;
  #page: PDFPageProxy | null = null;
  #canvas: HTMLCanvasElement | null = null;
  #text: TextLayer | null = null;
  /** What holds its words: those of the file, those that a machine read, or both. */
  readonly #words = document.createElement("div");
  /** Those of them that stand by their places, and turn with the page. */
  readonly #layers: HTMLElement[] = [];
  #own: Promise<ShownText | null> | null = null;
  #rotation = 0;
  #links: HTMLElement | null = null;
  #task: RenderTask | null = null;
  #drawn = "";

  constructor(number: number, pdf: PDFDocumentProxy, told: PagesOfWords, follow: Follow) {
    this.number = number;
    this.#pdf = pdf;
    this.#told = told;
    this.#follow = follow;
    this.element.className = "page";
    this.element.setAttribute("role", "region");
    this.element.setAttribute("aria-label", `Page ${number}`);
    this.element.append(this.#words);
    this.element.dataset["page"] = String(number);
  }

  /** Its size at scale 1, unrotated by us. */
  async size(): Promise<Size> {
    return sizeOf(await this.#load());
  }

  /** Puts it where it belongs. What was drawn at another size is stretched until it is drawn anew. */
  place(left: number, top: number, size: Size, scale: number): void {
    const { style } = this.element;
    style.left = `${left}px`;
    style.top = `${top}px`;
    style.width = `${size.width}px`;
    style.height = `${size.height}px`;
    style.setProperty("--total-scale-factor", String(scale * PIXELS));
  }

  isDrawn(scale: number, rotation: number): boolean {
    return this.#drawn === `${scale} ${rotation}`;
  }

  /** Draws picture, text and links; true where something new is on screen. */
  async draw(scale: number, rotation: number): Promise<boolean> {
    if (this.isDrawn(scale, rotation)) return false;
    const page = await this.#load();
    const viewport = page.getViewport({ scale: scale * PIXELS, rotation: (page.rotate + rotation) % 360 });
    if (!(await this.#drawPicture(page, viewport))) return false;
    this.#drawn = `${scale} ${rotation}`;
    // A page whose text cannot be read is shown without.
    await this.#drawWords(page, viewport, rotation).catch(() => undefined);
    await this.#drawLinks(page, viewport);
    return true;
  }

  /**
   * The words of the page as its own text has them, to be marked where they stand and for nothing else; null where nobody
   * knows where they stand.
   */
  ownWords(): Promise<ShownText | null> {
    return (this.#own ??= this.#drawOwnWords());
  }

  /** Stops what is being drawn. */
  cancel(): void {
    const task = this.#task;
    this.#task = null;
    task?.cancel();
  }

  remove(): void {
    this.cancel();
    this.#text?.cancel();
    this.element.remove();
    // WebKit keeps the memory of a canvas until it has no size.
    if (this.#canvas) this.#canvas.width = this.#canvas.height = 0;
    this.#page?.cleanup();
  }

  async #load(): Promise<PDFPageProxy> {
    return (this.#page ??= await this.#pdf.getPage(this.number));
  }

  async #drawPicture(page: PDFPageProxy, viewport: PageViewport): Promise<boolean> {
    this.cancel();
    const canvas = document.createElement("canvas");
    const sharp = Math.min(
      window.devicePixelRatio,
      Math.sqrt(MOST_PIXELS / (viewport.width * viewport.height)),
    );
    canvas.width = Math.max(1, Math.round(viewport.width * sharp));
    canvas.height = Math.max(1, Math.round(viewport.height * sharp));
    const transform = sharp === 1 ? undefined : [sharp, 0, 0, sharp, 0, 0];
    const task = page.render({
      canvas,
      viewport,
      annotationMode: AnnotationMode.ENABLE,
      ...(transform && { transform }),
    });
    this.#task = task;
    try {
      await task.promise;
    } catch (error) {
      // Stopped, because it is wanted at another size or not at all.
      if (this.#task !== task) return false;
      throw error;
    } finally {
      if (this.#task === task) this.#task = null;
    }
    canvas.setAttribute("aria-hidden", "true");
    if (this.#canvas) this.#canvas.replaceWith(canvas);
    else this.element.prepend(canvas);
    this.#canvas = canvas;
    return true;
  }

  async #drawWords(page: PDFPageProxy, viewport: PageViewport, rotation: number): Promise<void> {
    if (this.shown) this.#text?.update({ viewport });
    else {
      const read = await this.#told.read(this.number);
      this.#words.replaceChildren();
      if (read?.beside !== false) await this.#drawText(page, viewport);
      if (read) this.#words.append(this.#layer(read, sizeOf(page)));
      this.shown = new ShownText(this.#words);
    }
    this.#rotation = rotation;
    for (const layer of this.#layers) turn(layer, rotation);
  }

  /** The words that the file has, where it shows them. */
  async #drawText(page: PDFPageProxy, viewport: PageViewport): Promise<void> {
    const container = document.createElement("div");
    container.className = "words";
    const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    const widths = widthsOf(page);
    const items = content.items.flatMap<Item>((item) => ("str" in item ? byWord(item, widths) : [item]));
    this.#text = new TextLayer({ textContentSource: { ...content, items }, container, viewport });
    this.#words.append(container);
    await this.#text.render();
  }

  #layer(words: PageWords, size: Size): HTMLElement {
    const layer = layerOf(words, size);
    turn(layer, this.#rotation);
    this.#layers.push(layer);
    return layer;
  }

  async #drawOwnWords(): Promise<ShownText | null> {
    const [words, page] = await Promise.all([this.#told.own(this.number), this.#load()]);
    if (!words) return null;
    const layer = this.#layer(words, sizeOf(page));
    layer.classList.add("marked-only");
    layer.setAttribute("aria-hidden", "true");
    this.#words.before(layer);
    return new ShownText(layer);
  }

  async #drawLinks(page: PDFPageProxy, viewport: PageViewport): Promise<void> {
    const links = await linksOf(page, viewport, this.#follow).catch(() => null);
    if (this.#links) this.#links.remove();
    this.#links = links;
    if (links) this.#words.before(links);
  }
}

/** The size of a page at scale 1, CSS pixels. */
export function sizeOf(page: PDFPageProxy): Size {
  const { width, height } = page.getViewport({ scale: PIXELS });
  return { width, height };
}
