import type { PageWords } from "../../api/generated/wire";
import type { Size } from "../pdf/pages";
import { lay, type Measure } from "./lay";

/** The typeface of the words that nobody sees; the style sheet names the same. */
const FACE = "sans-serif";
/** How much larger words are set than they are seen: a browser rounds what it marks to whole pixels before it makes it smaller. */
const FINER = 4;

/** The words of a page that a machine read, over their picture, unseen. They keep their places at any size. */
export function layerOf(reading: PageWords, page: Size): HTMLElement {
  const layer = document.createElement("div");
  layer.className = "words read";
  for (const word of lay(reading.words, page.width / page.height, measureWith(FACE))) {
    const span = document.createElement("span");
    const { style } = span;
    span.textContent = word.text;
    style.left = `${word.left}%`;
    style.top = `${word.top}%`;
    style.fontSize = `${word.height * FINER}cqh`;
    style.transform = `scale(${word.stretch / FINER}, ${1 / FINER})`;
    layer.append(span);
    if (word.ends) layer.append(document.createElement("br"));
  }
  return layer;
}

/** Turns a layer as its picture is turned. */
export function turn(layer: HTMLElement, rotation: number): void {
  layer.dataset["mainRotation"] = String(rotation);
}

/** Text is measured at this size: letters may be measured in whole pixels. */
const SIZE = 1000;

function measureWith(face: string): Measure {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return (text) => text.length / 2;
  context.font = `${SIZE}px ${face}`;
  return (text) => context.measureText(text).width / SIZE;
}
