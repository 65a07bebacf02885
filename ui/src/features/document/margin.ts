import type { AnnotationRow, CitationRow, DocumentMarks } from "../../api/generated/wire";

/** Something that stands on a page: a passage that an event rests on, or a highlight with its note. */
export type Mark =
  | { id: string; page: number; exact: string; holds: boolean; cited: CitationRow }
  | { id: string; page: number; exact: string; holds: boolean; cited: null; annotation: AnnotationRow };

/** What is on a document, in the order of its pages; of a page, citations first, each in the order that the back end gives. */
export function byPage({ citations, annotations }: DocumentMarks): { page: number; marks: Mark[] }[] {
  const marks: Mark[] = [
    ...citations.map((cited) => ({ ...shared(cited), id: cited.account, cited })),
    ...annotations.map((annotation) => ({
      ...shared(annotation),
      id: annotation.annotation,
      cited: null,
      annotation,
    })),
  ];
  const pages = [...new Set(marks.map(({ page }) => page))].sort((a, b) => a - b);
  return pages.map((page) => ({ page, marks: marks.filter((mark) => mark.page === page) }));
}

function shared({ page, exact, holds }: { page: number; exact: string; holds: boolean }) {
  return { page, exact, holds };
}
