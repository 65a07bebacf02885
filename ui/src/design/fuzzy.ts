/**
 * How well a name answers to what was typed; higher is better, and −1 is no. Every typed word must occur: best at the
 * beginning of a word, else inside one, else as the initials of words that follow each other ("psy" for "Panel sends
 * yesterday"). Short names come before long ones.
 */
export function fuzzyScore(typed: string, name: string): number {
  const text = fold(name);
  const words = text.split(/[\s\-–/()“”".,:;’']+/).filter(Boolean);
  const initials = words.map((word) => word[0]).join("");
  let score = 0;
  for (const token of fold(typed).split(/\s+/).filter(Boolean)) {
    const value = tokenScore(token, text, words, initials);
    if (value === 0) return -1;
    score += value;
  }
  return score - name.length / 200;
}

/** The best answers to what was typed, best first; all in their order where nothing was typed. */
export function fuzzyFilter<T>(
  typed: string,
  items: readonly T[],
  text: (item: T) => string,
  limit: number,
): T[] {
  if (typed.trim() === "") return items.slice(0, limit);
  return items
    .map((item) => ({ item, score: fuzzyScore(typed, text(item)) }))
    .filter(({ score }) => score >= 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ item }) => item);
}

function tokenScore(token: string, text: string, words: readonly string[], initials: string): number {
  if (text.startsWith(token)) return 5;
  if (words.some((word) => word.startsWith(token))) return 4;
  if (text.includes(token)) return 2;
  return token.length > 1 && initials.includes(token) ? 1.5 : 0;
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
