import type { DocumentMarks, PageView } from "../../api/generated/wire";
import { sliceCodePoints } from "../../design/codepoints";
import type { Quote } from "../../reader/protocol/messages";

/** How many characters on each side tell a found word from the same word elsewhere on its page. */
const CONTEXT = 40;

/** The passages of a document that are marked where it is drawn. */
export function quotesOf({ citations, annotations }: DocumentMarks): Quote[] {
  return [
    ...citations.map(({ account, page, exact, prefix, suffix, title }) => ({
      ...{ id: account, page, exact, prefix, suffix, title },
      kind: "cited" as const,
      colour: null,
    })),
    ...annotations.map(({ annotation, page, exact, prefix, suffix, colour, colour_name, note }) => ({
      ...{ id: annotation, page, exact, prefix, suffix, colour },
      kind: "highlight" as const,
      title: note || colour_name,
    })),
  ];
}

/** The words of a page that were searched for. */
export function foundOn({ page, text, found }: PageView): Quote[] {
  return found.map(([start, end], i) => ({
    id: `found ${i}`,
    page,
    exact: sliceCodePoints(text, start, end),
    prefix: sliceCodePoints(text, Math.max(0, start - CONTEXT), start),
    suffix: sliceCodePoints(text, end, end + CONTEXT),
    kind: "found" as const,
    colour: null,
    title: "",
  }));
}
