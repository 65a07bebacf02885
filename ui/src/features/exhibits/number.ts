import type { SchemeRow } from "../../api/generated/wire";

/** Exhibit marks and Bates numbers as they are written: a prefix, a number of at least so many digits, a letter. */
export type Written = { prefix: string; number: number; digits: number; letter: string };

/** What a mark is made of; null where it ends in no digits, or nothing stands before them. */
export function parse(mark: string): Written | null {
  const found = /^(.*?)(\d{1,9})([A-Z]?)$/su.exec(mark.trim());
  const [, prefix = "", digits = "", letter = ""] = found ?? [];
  return prefix === "" ? null : { prefix, number: Number(digits), digits: digits.length, letter };
}

export function written({ prefix, number, digits, letter }: Written): string {
  return `${prefix}${String(number).padStart(digits, "0")}${letter}`;
}

/** The mark that stands `by` places on; null where there is none, since letters end with Z. */
export function nth(first: string, by: number): string | null {
  const mark = parse(first);
  if (!mark) return null;
  if (mark.letter === "") return written({ ...mark, number: mark.number + by });
  const letter = String.fromCharCode(mark.letter.charCodeAt(0) + by);
  return letter <= "Z" ? written({ ...mark, letter }) : null;
}

/** A first mark read back: "PX-001, PX-002, PX-003, …"; null where it is none. */
export function readBack(first: string): string | null {
  const marks = [0, 1, 2].map((by) => nth(first, by));
  return marks.includes(null) ? null : `${marks.join(", ")}, …`;
}

/** The next free letter behind an exhibit, among the marks of its scheme: 12A, 12B. */
export function letterBehind(mark: string, marks: readonly string[]): string | null {
  const of = parse(mark);
  if (!of) return null;
  const letters = marks.flatMap((each) => {
    const other = parse(each);
    return other && other.prefix === of.prefix && other.number === of.number ? other.letter : [];
  });
  const last = letters.sort().at(-1) ?? "";
  const next = last === "" ? "A" : String.fromCharCode(last.charCodeAt(0) + 1);
  return next <= "Z" ? written({ ...of, letter: next }) : null;
}

/** The scheme that a mark belongs to. */
export function schemeOf(mark: string, schemes: readonly SchemeRow[]): SchemeRow | null {
  const prefix = parse(mark)?.prefix;
  return schemes.find((row) => row.prefix === prefix) ?? null;
}

/** "PX-004 to PX-008", or one mark alone. */
export function range(marks: readonly string[]): string {
  const [first, last] = [marks[0] ?? "", marks.at(-1) ?? ""];
  return first === last ? first : `${first} to ${last}`;
}
