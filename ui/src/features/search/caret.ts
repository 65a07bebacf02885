/** What stands before the caret in the line below a query, so that it comes under character `column` (from 1). */
export function before(query: string, column: number): string {
  return [...query]
    .slice(0, Math.max(0, column - 1))
    .map((character) => (character === "\t" ? "\t" : " "))
    .join("")
    .padEnd(Math.max(0, column - 1));
}
