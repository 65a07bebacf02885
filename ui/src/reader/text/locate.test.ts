import { expect, test } from "vitest";
import { fold } from "./fold";
import { locate, type Wanted } from "./locate";

function found(text: string, exact: string, around: Partial<Wanted> = {}): string | null {
  const span = locate(text, fold(text), { exact, prefix: "", suffix: "", ...around });
  return span && text.slice(...span);
}

test("white space, line breaks, ligatures and hyphens at line ends make no difference", () => {
  for (const [text, exact, expected] of [
    ["The settle-\nment of 92 million", "settlement of 92", "settle-\nment of 92"],
    ["The settlement", "settle- ment", "settlement"],
    ["an of\ufb01ce in\u00a0The Hague", "office in The", "of\ufb01ce in\u00a0The"],
    ["w i d e words", "wide words", "w i d e words"],
    ["soft\u00adhyphen", "softhyphen", "soft\u00adhyphen"],
    ["cafe\u0301 noir", "café noir", "cafe\u0301 noir"],
    ["x² and Ⅳ", "x2 and IV", "x² and Ⅳ"],
    ["𝐁old 😀 sign", "Bold 😀", "𝐁old 😀"],
    ["well-known fact", "well-known", "well-known"],
    ["well-\nknown fact", "well-\nknown", "well-\nknown"],
  ] as const)
    expect(found(text, exact), exact).toBe(expected);
});

test("other letters, other digits and a hyphen within a line are other words", () => {
  for (const [text, exact] of [
    ["1.2 million", "12 million"],
    ["he resigned", "he re-signed"],
    ["Warby J", "warby J"],
    ["between 5 and 6", "between 5 and 7"],
    ["", "words"],
    ["words", " \n "],
  ] as const)
    expect(found(text, exact), exact).toBeNull();
});

test("of the same words in several places, those between the given words are meant; two that fit are none", () => {
  const text = "He paid 5 million. She paid 5 million. They paid 5 million.";
  const at = (around: Partial<Wanted>) => {
    const span = locate(text, fold(text), { exact: "paid 5 million", prefix: "", suffix: "", ...around });
    return span?.[0] ?? null;
  };
  expect(at({ prefix: "million. She " })).toBe(23);
  expect(at({ suffix: ". They paid" })).toBe(23);
  expect(at({ prefix: "from another page She" })).toBe(23);
  expect(at({})).toBeNull();
  expect(at({ prefix: "paid nothing like it" })).toBeNull();
});
