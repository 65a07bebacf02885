import type { AmountKind, Scope } from "../../api/generated/wire";

/** A sum that stands in a text, with its exact words. */
export type FoundSum = {
  kind: AmountKind;
  low: string;
  high: string;
  currency: string;
  scope: Scope;
  as_stated: string;
  converted: string;
};

type Match = { groups: Record<string, string | undefined>; start: number; end: number; words: string };

const CURRENCIES: Record<string, string> = {
  $: "USD",
  us$: "USD",
  dollar: "USD",
  "€": "EUR",
  euro: "EUR",
  "£": "GBP",
  pound: "GBP",
};
const ZEROS: Record<string, number> = {
  thousand: 3,
  k: 3,
  million: 6,
  mn: 6,
  m: 6,
  billion: 9,
  bn: 9,
  trillion: 12,
};
const SIGN = String.raw`US\$|[$€£]`;
const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const SCALE = String.raw`(?:thousand|million|billion|trillion|mn|bn|m|k)\b`;
const SUM = new RegExp(
  String.raw`(?<between>\bbetween\s+)?(?<sign>${SIGN})?\s?(?<!\d[.,]?)(?<low>${NUMBER})[\s-]?(?<lowScale>${SCALE})?` +
    String.raw`(?:\s?(?:to|–|-|(?<=between .{1,32})and)\s?(?:${SIGN})?(?<high>${NUMBER})[\s-]?(?<highScale>${SCALE})?)?` +
    String.raw`(?:\s(?:US\s)?(?<word>dollar|euro|pound)s?\b)?`,
  "giu",
);
const CUES: [RegExp, AmountKind][] = [
  [/\bsettle/i, "settled"],
  [/\bfin(?:e|es|ed|ing)\b|\bpenalt/i, "fined"],
  [/\baward/i, "awarded"],
  [/\boffer/i, "offered"],
  [/\b(?:has|have|had)? ?paid\b/i, "paid"],
];
const PER_HEAD = /^\s*(?:each\b|apiece\b|(?:per|a|for each) (?:head|child|person|claimant|user|member)\b)/i;

/** The sums in a text, as a suggestion: what each is for is told from the words around it. */
export function sumsIn(text: string): FoundSum[] {
  const found = matchesIn(text);
  return found.flatMap((match, at) => {
    if (at > 0 && isConversion(text, found[at - 1] as Match, match)) return [];
    const next = found[at + 1];
    const converted = next && isConversion(text, match, next) ? inBrackets(text, match, next) : "";
    return { ...figures(match), kind: kindOf(text), scope: scopeOf(text, match), converted };
  });
}

/** Every number that bears a currency. */
function matchesIn(text: string): Match[] {
  return [...text.matchAll(SUM)].flatMap((match) => {
    const groups = match.groups ?? {};
    if (!groups["sign"] && !groups["word"]) return [];
    const words = groups["between"] && !groups["high"] ? match[0].slice(groups["between"].length) : match[0];
    const start = match.index + match[0].length - words.length;
    return { groups, start, end: match.index + match[0].length, words: trimmed(words) };
  });
}

function figures({ groups, words }: Match): Pick<FoundSum, "low" | "high" | "currency" | "as_stated"> {
  const low = scaled(groups["low"] ?? "", groups["lowScale"] ?? groups["highScale"]);
  const high = groups["high"] === undefined ? low : scaled(groups["high"], groups["highScale"]);
  const currency = CURRENCIES[(groups["sign"] ?? groups["word"] ?? "").toLowerCase()] ?? "";
  return { low, high, currency, as_stated: words };
}

/** A sum in brackets right after another says what that comes to. */
function isConversion(text: string, before: Match, match: Match): boolean {
  return (
    /^\s*\([^)]{0,24}$/.test(text.slice(before.end, match.start)) &&
    text.slice(match.end).trimStart().startsWith(")")
  );
}

function inBrackets(text: string, before: Match, match: Match): string {
  return text.slice(text.indexOf("(", before.end) + 1, match.end).trim();
}

function kindOf(text: string): AmountKind {
  return CUES.find(([cue]) => cue.test(text))?.[1] ?? "claimed";
}

function scopeOf(text: string, match: Match): Scope {
  return PER_HEAD.test(text.slice(match.end)) ? "per_head" : "total";
}

/** "5.7" and "million" as "5700000": shifted by digits, since a float would round. */
function scaled(number: string, scale: string | undefined): string {
  const [whole = "", part = ""] = number.replaceAll(",", "").split(".");
  const zeros = ZEROS[scale?.toLowerCase() ?? ""] ?? 0;
  const shifted = part.padEnd(zeros, "0");
  const rest = shifted.slice(zeros).replace(/0+$/, "");
  const integer = (whole + shifted.slice(0, zeros)).replace(/^0+(?=\d)/, "");
  return rest === "" ? integer : `${integer}.${rest}`;
}

function trimmed(words: string): string {
  return words.replace(/[\s-]+$/, "").trim();
}
