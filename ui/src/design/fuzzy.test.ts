import { expect, test } from "vitest";
import { fuzzyFilter, fuzzyScore } from "./fuzzy";

const NAMES = [
  "Settlement of $92 million agreed",
  "Smaller text",
  "Consumentenbond",
  "Panel sends twenty suits",
  "Élysée",
];

function find(typed: string) {
  return fuzzyFilter(typed, NAMES, (name) => name, 10);
}

test.each([
  ["set", ["Settlement of $92 million agreed"]],
  ["million settlement", ["Settlement of $92 million agreed"]],
  ["bond", ["Consumentenbond"]],
  ["pst", ["Panel sends twenty suits"]],
  ["elysee", ["Élysée"]],
  ["xyz", []],
])("finds for %j", (typed, expected) => {
  expect(find(typed)).toEqual(expected);
});

test("everything is listed, in its order, while nothing is typed", () => {
  expect(find("  ")).toEqual(NAMES);
});

test("the beginning of a name counts more than a place inside it", () => {
  expect(fuzzyScore("text", "Text size")).toBeGreaterThan(fuzzyScore("text", "Larger text"));
});
