import type { DateReading } from "../../api/generated/wire";

const MONTH = String.raw`(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?`;
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const YEAR = String.raw`(?:19|20)\d{2}`;
const NEAR = String.raw`(?:(?:about|around|circa|before|after|since|until|early|mid|late)[\s-]+)?`;
const UNIT = "(?:week|month|quarter|year)";

/** What looks like a date, the most exact first. */
const SHAPES: RegExp[] = [
  String.raw`${YEAR}-\d{2}-\d{2}`,
  String.raw`\d{1,2}[./]\d{1,2}[./]\d{2,4}`,
  String.raw`${NEAR}${DAY}\s+${MONTH},?\s+${YEAR}`,
  String.raw`${NEAR}${MONTH}\s+${DAY},?\s+${YEAR}`,
  String.raw`${NEAR}${MONTH}\s+${YEAR}`,
  String.raw`(?:spring|summer|autumn|fall|winter|early|mid|late)(?:\s+(?:in|of))?[\s-]+${YEAR}`,
  String.raw`(?:${DAY}\s+${MONTH}|${MONTH}\s+${DAY})(?!\d)`,
  String.raw`(?:last\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day`,
  String.raw`${NEAR}(?:last|this|next)\s+(?:${UNIT}|${MONTH})`,
  "yesterday|today|tomorrow",
  String.raw`${NEAR}${YEAR}`,
].map((shape) => new RegExp(String.raw`(?<![\w$€£.,])(?:${shape})(?!\w)`, "gi"));

/** How many are read before it is given up. */
const MOST = 6;

/** The words of a text that look like a date, the most exact first; none that is a part of one before it. */
export function dateCandidates(text: string): string[] {
  const found: { start: number; end: number; words: string }[] = [];
  for (const shape of SHAPES) {
    for (const match of text.matchAll(shape)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (!found.some((each) => start < each.end && each.start < end))
        found.push({ start, end, words: match[0].trim() });
    }
  }
  return [...new Set(found.map((each) => each.words))].slice(0, MOST);
}

/** The first words of a text that are a date, or more than one; empty where there are none. */
export async function dateIn(
  text: string,
  read: (words: string) => Promise<Pick<DateReading, "date" | "choices">>,
): Promise<string> {
  for (const words of dateCandidates(text)) {
    const reading = await read(words);
    if (reading.date !== null || reading.choices.length > 1) return words;
  }
  return "";
}
