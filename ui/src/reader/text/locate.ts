import { fold, type Folded } from "./fold";

/** Words to be found, and what stands around them, which tells them from the same words elsewhere. */
export type Wanted = { exact: string; prefix: string; suffix: string };

/** From the first character to one past the last, in the text that was folded. */
export type Span = readonly [start: number, end: number];

/**
 * Where the words stand in a text; null where they do not, or stand there more than once and what is around them does not
 * say which is meant. A place is never guessed.
 */
export function locate(text: string, page: Folded, wanted: Wanted): Span | null {
  const sought = fold(wanted.exact).letters;
  if (sought === "") return null;
  const places = occurrences(page.letters, sought);
  const place = places.length === 1 ? places[0] : meant(page.letters, places, sought.length, wanted);
  return place === undefined ? null : spanOf(text, page, place, place + sought.length);
}

/** Every place of some words, letter for letter but for capitals; places that overlap count once. */
export function occurrences(letters: string, sought: string): number[] {
  const places: number[] = [];
  if (sought === "") return places;
  for (let at = letters.indexOf(sought); at >= 0; at = letters.indexOf(sought, at + sought.length))
    places.push(at);
  return places;
}

/** The characters of the text that a run of folded letters stands for. */
export function spanOf(text: string, { places }: Folded, from: number, to: number): Span {
  const last = places[to - 1] ?? 0;
  return [places[from] ?? 0, last + String.fromCodePoint(text.codePointAt(last) ?? 0).length];
}

/** The one place whose surroundings are like those wanted for the most letters; undefined where two are as like. */
function meant(letters: string, places: number[], length: number, wanted: Wanted): number | undefined {
  const [prefix, suffix] = [fold(wanted.prefix).letters, fold(wanted.suffix).letters];
  const scored = places.map((place) => ({
    place,
    score: alikeBefore(letters, place, prefix) + alikeAfter(letters, place + length, suffix),
  }));
  scored.sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  return best && best.score > 0 && best.score > (second?.score ?? 0) ? best.place : undefined;
}

function alikeBefore(letters: string, at: number, prefix: string): number {
  let alike = 0;
  while (alike < prefix.length && alike < at && letters[at - 1 - alike] === prefix[prefix.length - 1 - alike])
    alike++;
  return alike;
}

function alikeAfter(letters: string, at: number, suffix: string): number {
  let alike = 0;
  while (alike < suffix.length && letters[at + alike] === suffix[alike]) alike++;
  return alike;
}
