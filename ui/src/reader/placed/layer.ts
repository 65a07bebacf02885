import type { PageWords } from "../../api/generated/wire";
import type { Size } from "../pdf/pages";
import { lay, type Measure } from "./lay";

/** The typeface of the words that nobody sees; the style sheet names the same. */
const FACE = "sans-serif";

/** The words of a page that a machine read, over their picture, unseen. They keep their places at any size. */
export function layerOf(reading: PageWords, page: Size): HTMLElement {
  const layer = document.createElement("div");
  layer.className = "words read";
  for (const word of lay(reading.words, page.width / page.height, measureWith(FACE))) {
    const span = document.createElement("span");
    const { style } = span;
    span.textContent = word.text;
    if (word.leftward) span.dir = "rtl";
    style.left = `${word.left}%`;
    style.top = `${word.top}%`;
    style.fontSize = `${word.height}cqh`;
    style.wordSpacing = `${word.spacing}em`;
    style.transform = `scaleX(${word.stretch})`;
    layer.append(span);
    if (word.ends) layer.append(document.createElement("br"));
  }
  return layer;
}

/** Turns a layer as its picture is turned. */
export function turn(layer: HTMLElement, rotation: number): void {
  layer.dataset["mainRotation"] = String(rotation);
}

/** Text is measured at this size: larger than any rounding. */
const SIZE = 100;

function measureWith(face: string): Measure {
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return (text) => text.length / 2;
  context.font = `${SIZE}px ${face}`;
  return (text) => context.measureText(text).width / SIZE;
}
