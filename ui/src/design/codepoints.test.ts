import { expect, test } from "vitest";
import { cut, sliceCodePoints, type Range } from "./codepoints";

test.each([
  ["plain text", 6, 10, "text"],
  ["😀 a claim", 2, 3, "a"],
  ["😀😀😀", 1, 2, "😀"],
  ["né́e", 0, 2, "né"],
  ["€1.5 billion 👨‍👩‍👧", 0, 4, "€1.5"],
  ["short", 3, 99, "rt"],
  ["short", -3, 2, "sh"],
  ["", 0, 1, ""],
])("slices %j from %i to %i by Unicode characters", (text, start, end, expected) => {
  expect(sliceCodePoints(text, start, end)).toBe(expected);
});

function check(text: string, ranges: Range[], expected: [string, number[]][]) {
  expect(cut(text, ranges).map(({ text, covers }) => [text, covers])).toEqual(expected);
}

test("a text without ranges is one piece", () => {
  check("all of it", [], [["all of it", []]]);
});

test("ranges count characters, not UTF-16 units", () => {
  check(
    "😀 million 😀",
    [[2, 9]],
    [
      ["😀 ", []],
      ["million", [0]],
      [" 😀", []],
    ],
  );
});

test("overlapping ranges are cut at every edge", () => {
  check(
    "abcdef",
    [
      [0, 4],
      [2, 6],
    ],
    [
      ["ab", [0]],
      ["cd", [0, 1]],
      ["ef", [1]],
    ],
  );
});

test("what lies outside the text, or is empty, marks nothing beyond it", () => {
  check(
    "abc",
    [
      [1, 99],
      [2, 2],
    ],
    [
      ["a", []],
      ["bc", [0]],
    ],
  );
});

test("an empty text has no pieces", () => {
  check("", [[0, 3]], []);
});

test("the pieces put together are the text", () => {
  const text = "a😀b\n\u0301c𝔘d";
  expect(
    cut(text, [
      [1, 3],
      [2, 6],
    ])
      .map((piece) => piece.text)
      .join(""),
  ).toBe(text);
});
