import { expect, test } from "vitest";
import { wordsAfter, wordsBefore } from "./context";

test.each([
  ["porting The American settlement ", "…\u00a0The American settlement "],
  ["The sum: ", "The sum: "],
  ["", ""],
])("before a quote no word is cut: %j", (prefix, expected) => {
  expect(wordsBefore(prefix)).toBe(expected);
});

test.each([
  [" that had been merged in Illinoi", " that had been merged in\u00a0…"],
  [".", "."],
])("after a quote no word is cut: %j", (suffix, expected) => {
  expect(wordsAfter(suffix)).toBe(expected);
});
