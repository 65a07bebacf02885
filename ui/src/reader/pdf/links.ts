import type { PDFPageProxy, PageViewport } from "pdfjs-dist/legacy/build/pdf.mjs";

/** What a link does: goes to a place of the document, or shows the address that it would lead to. Null: nothing under it. */
export type Follow = (target: Target | null, act: "show" | "go") => void;

/** Where a link leads: into the document, or out of it. */
export type Target = { destination: string | unknown[] } | { address: string };

/** The fields of a link's annotation that are used; whatever else a document puts there is not looked at. */
type LinkAnnotation = {
  subtype?: unknown;
  rect?: unknown;
  dest?: unknown;
  url?: unknown;
  unsafeUrl?: unknown;
};

/** The links of a page as areas under its text; null where there are none. */
export async function linksOf(
  page: PDFPageProxy,
  viewport: PageViewport,
  follow: Follow,
): Promise<HTMLElement | null> {
  const annotations = (await page.getAnnotations({ intent: "display" })) as LinkAnnotation[];
  const layer = document.createElement("div");
  layer.className = "links";
  for (const annotation of annotations) {
    const target = annotation.subtype === "Link" ? targetOf(annotation) : null;
    if (target && isRectangle(annotation.rect)) layer.append(area(annotation.rect, viewport, target, follow));
  }
  return layer.childElementCount > 0 ? layer : null;
}

function targetOf({ dest, url, unsafeUrl }: LinkAnnotation): Target | null {
  if (typeof dest === "string" || Array.isArray(dest)) return { destination: dest };
  const address = [url, unsafeUrl].find((each) => typeof each === "string");
  return address === undefined ? null : { address: String(address).slice(0, 500) };
}

function isRectangle(rect: unknown): rect is number[] {
  return Array.isArray(rect) && rect.length === 4 && rect.every((each) => Number.isFinite(each));
}

function area(rect: number[], viewport: PageViewport, target: Target, follow: Follow): HTMLElement {
  const [left = 0, bottom = 0, right = 0, top = 0] = rect;
  const [x1 = 0, y1 = 0] = viewport.convertToViewportPoint(left, bottom) as number[];
  const [x2 = 0, y2 = 0] = viewport.convertToViewportPoint(right, top) as number[];
  const button = document.createElement("button");
  button.type = "button";
  const { style } = button;
  style.left = `${(100 * Math.min(x1, x2)) / viewport.width}%`;
  style.top = `${(100 * Math.min(y1, y2)) / viewport.height}%`;
  style.width = `${(100 * Math.abs(x2 - x1)) / viewport.width}%`;
  style.height = `${(100 * Math.abs(y2 - y1)) / viewport.height}%`;
  const words =
    "address" in target ? `Link to ${target.address}, which is not opened` : "Link within the document";
  button.setAttribute("aria-label", words);
  button.addEventListener("click", () => follow(target, "go"));
  button.addEventListener("focus", () => follow(target, "show"));
  button.addEventListener("blur", () => follow(null, "show"));
  return button;
}
