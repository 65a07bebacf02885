import { expect, test } from "vitest";
import { byWord, type Run, type Widths } from "./words";

const run = (of: Partial<Run>): Run => ({
  str: "wide i",
  dir: "ltr",
  transform: [10, 0, 0, 10, 100, 700],
  width: 30,
  height: 10,
  fontName: "f1",
  hasEOL: true,
  ...of,
});
/** A font whose w and d are wide and whose i is narrow. */
const WIDTHS: Widths = new Map([
  ["f1", new Map(Object.entries({ w: 800, i: 200, d: 600, e: 500, " ": 250 }))],
]);

test("a run is cut into its words, and the spaces take what a justified line adds", () => {
  const [first, second] = byWord(run({}), WIDTHS);
  expect([first?.str, second?.str]).toEqual(["wide ", "i"]);
  // 21 for the letters of "wide", 2 for "i": of 30 the space has 7.
  expect(first?.width).toBeCloseTo(28);
  expect(second?.transform).toEqual([10, 0, 0, 10, 128, 700]);
  expect([first?.hasEOL, second?.hasEOL]).toEqual([false, true]);
});

test("the words of a turned line follow its baseline", () => {
  const [, second] = byWord(run({ transform: [0, 10, -10, 0, 50, 60] }), WIDTHS);
  expect(second?.transform.slice(4)).toEqual([50, 88]);
});

test("words add up to the whole run, whatever is known of its letters", () => {
  for (const each of [
    run({}),
    run({ str: "xx yy zz" }),
    run({ width: 5 }),
    run({ width: 500 }),
    run({ str: " i wide" }),
  ]) {
    const words = byWord(each, WIDTHS);
    expect(words.map(({ str }) => str).join("")).toBe(each.str);
    expect(words.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(each.width);
    expect(words.every(({ width }) => width > 0)).toBe(true);
  }
});

test("a run of which nothing is known, of one word, or written from right to left stays whole", () => {
  for (const each of [run({ fontName: "f2" }), run({ str: "wide" }), run({ dir: "rtl" }), run({ width: 0 })])
    expect(byWord(each, WIDTHS)).toEqual([each]);
});
