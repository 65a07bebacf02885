/** A text as it is compared: letters, digits and signs alone, and for each where it stands in the text. */
export type Folded = { letters: string; places: number[] };

const IGNORED = /[\s\u00ad\u200b-\u200f\u2060\ufeff\0]/u;
const HYPHEN = /[-\u2010\u2011]/u;
const LETTER = /\p{L}/u;

/**
 * Folds a text so that the same words from two readers of a page are equal: Unicode compatibility forms taken apart (NFKD),
 * no white space, no soft hyphens, and no hyphen between a letter and the end of its line. Small and capital letters are
 * kept apart unless `anyCase`.
 */
export function fold(text: string, anyCase = false): Folded {
  let letters = "";
  const places: number[] = [];
  let before = "";
  for (let at = 0; at < text.length;) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const next = at + character.length;
    if (
      !IGNORED.test(character) &&
      !(HYPHEN.test(character) && endsLine(text, next) && LETTER.test(before))
    ) {
      const parts = plain(character, anyCase);
      letters += parts;
      for (let i = 0; i < parts.length; i++) places.push(at);
    }
    before = character;
    at = next;
  }
  return { letters, places };
}

/** ASCII, which is most of what there is, needs no table. */
function plain(character: string, anyCase: boolean): string {
  const parts = character < "\u0080" ? character : character.normalize("NFKD").replace(/\s/gu, "");
  return anyCase ? parts.toLowerCase() : parts;
}

function endsLine(text: string, at: number): boolean {
  return at >= text.length || /\s/u.test(text.charAt(at));
}
