/** Where the bytes of a document are: all of them, or those from `from` up to and without `to`. */
export function originalOf(document: string, from?: number, to?: number): string {
  const address = `/document/${encodeURIComponent(document)}/original`;
  return from === undefined ? address : `${address}?from=${from}&to=${to ?? ""}`;
}

/** Where the page is that was made of an HTML document or an e-mail. */
export function paperOf(document: string): string {
  return `/document/${encodeURIComponent(document)}/page`;
}
