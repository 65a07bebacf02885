import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** The labels that are printed on the pages, where the file gives any that differ from their numbers. */
export async function labelsOf(pdf: PDFDocumentProxy): Promise<string[] | null> {
  const labels = await pdf.getPageLabels().catch(() => null);
  if (labels?.length !== pdf.numPages) return null;
  return labels.some((label, i) => label !== String(i + 1))
    ? labels.map((label) => label.slice(0, 40))
    : null;
}

/** The page that a destination of the file leads to, and how far down it, from 0 to 1; null where it leads nowhere. */
export async function placeOf(
  pdf: PDFDocumentProxy,
  destination: string | unknown[],
): Promise<{ page: number; down: number } | null> {
  const explicit = typeof destination === "string" ? await pdf.getDestination(destination) : destination;
  const target: unknown = explicit?.[0];
  if (!explicit) return null;
  const index =
    typeof target === "number" ? target : await pdf.getPageIndex(target as { num: number; gen: number });
  if (!(index >= 0 && index < pdf.numPages)) return null;
  return { page: index + 1, down: await downTo(pdf, index + 1, explicit) };
}

/** Of the ways to name a place on a page (ISO 32000-1, 12.3.2.2) two name a height. */
async function downTo(pdf: PDFDocumentProxy, number: number, explicit: unknown[]): Promise<number> {
  const kind = (explicit[1] as { name?: unknown } | null)?.name;
  const height: unknown = kind === "XYZ" ? explicit[3] : kind === "FitH" ? explicit[2] : null;
  if (typeof height !== "number") return 0;
  const viewport = (await pdf.getPage(number)).getViewport({ scale: 1 });
  const [, y = 0] = viewport.convertToViewportPoint(0, height) as number[];
  return Math.min(Math.max(y / viewport.height, 0), 0.98);
}
