/** How many code points of its page are kept on each side of a quote: a full side may begin or end inside a word. */
const KEPT = 32;

/** The words before a quote, without the piece of a word that they may begin with. */
export function wordsBefore(prefix: string): string {
  return isFull(prefix) ? prefix.replace(/^\S*\s+/, "…\u00a0") : prefix;
}

/** The words after a quote, without the piece of a word that they may end with. */
export function wordsAfter(suffix: string): string {
  return isFull(suffix) ? suffix.replace(/\s+\S*$/, "\u00a0…") : suffix;
}

function isFull(text: string): boolean {
  return [...text].length >= KEPT;
}
