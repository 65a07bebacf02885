/** Where the bytes of a document are: all of them, or those from `from` up to and without `to`. */
export function originalOf(document: string, from?: number, to?: number): string {
  const address = `/document/${encodeURIComponent(document)}/original`;
  return from === undefined ? address : `${address}?from=${from}&to=${to ?? ""}`;
}

/** Where the page is that was made of an HTML document or an e-mail. */
export function paperOf(document: string): string {
  return `/document/${encodeURIComponent(document)}/page`;
}

/** Where it is said which pages of a document a machine read; or, for one of them, what it read there. */
export function readingOf(document: string, page?: number): string {
  const address = `/document/${encodeURIComponent(document)}/reading`;
  return page === undefined ? address : `${address}/${page}`;
}

/** Where it is told where the words of a page's own text stand. */
export function wordsOf(document: string, page: number): string {
  return `/document/${encodeURIComponent(document)}/words/${page}`;
}
