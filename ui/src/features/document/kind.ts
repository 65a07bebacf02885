import type { DocumentRow } from "../../api/generated/wire";
import { host } from "../../platform";
import type { Kind } from "../../reader/protocol/messages";

const PICTURES = ["png", "jpeg", "gif", "webp", "bmp", "avif", "tiff"].map((kind) => `image/${kind}`);
const PAPERS = ["text/html", "application/xhtml+xml", "message/rfc822"];

/** How a document can be drawn as it looks; null where only its text can be shown, or why there is none. */
export function kindOf({ media_type, outcome }: Pick<DocumentRow, "media_type" | "outcome">): Kind | null {
  if (outcome === "encrypted") return null;
  if (media_type === "application/pdf") return "pdf";
  if (PICTURES.includes(media_type)) return "picture";
  return PAPERS.includes(media_type) ? "paper" : null;
}

/** Whether a document can be drawn here. */
export function canBeDrawn(row: Pick<DocumentRow, "media_type" | "outcome"> | null): boolean {
  return row !== null && kindOf(row) !== null && host().readerPage() !== null;
}
