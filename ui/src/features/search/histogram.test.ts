import { expect, test } from "vitest";
import { barAt, barsOf, moved, spanOf, type Span } from "./histogram";

const count = (edtf: string, certain: number, possible = 0) => ({ edtf, certain, possible });
const MONTHS = barsOf([count("2020-11", 2), count("2021-02", 3, 1)]);
const YEARS = barsOf([count("2018", 1), count("2021", 4)]);

test("months and years in which nothing is stand between the others", () => {
  expect(MONTHS.map((bar) => [bar.edtf, bar.certain, bar.low, bar.high])).toEqual([
    ["2020-11", 2, 0.5, 0.5],
    ["2020-12", 0, 0, 0],
    ["2021-01", 0, 0, 0],
    ["2021-02", 3, 0.75, 1],
  ]);
  expect(YEARS.map((bar) => bar.edtf)).toEqual(["2018", "2019", "2020", "2021"]);
  expect(barsOf([])).toEqual([]);
});

test.each([
  [MONTHS, "", "", [0, 3]],
  [MONTHS, "2020-12", "2021-01", [1, 2]],
  [MONTHS, "2021", "2021", [2, 3]],
  [MONTHS, "2020-12-24", "2021-01-02", [1, 2]],
  [MONTHS, "1999", "2050-01", [0, 3]],
  [YEARS, "2019-06", "2020", [1, 2]],
] as const)("a span of dates is one of bars", (bars, from, to, span) => {
  expect(spanOf(bars, from, to)).toEqual(span);
});

test("a place in the histogram is a bar, also outside of it", () => {
  expect([-1, 0, 0.3, 0.99, 2].map((share) => barAt(MONTHS, share))).toEqual([0, 0, 1, 3, 3]);
});

test.each([
  ["ArrowRight", [1, 2], 0, [2, 2]],
  ["ArrowRight", [2, 2], 0, [2, 2]],
  ["ArrowLeft", [1, 2], 1, [1, 1]],
  ["Home", [1, 2], 0, [0, 2]],
  ["End", [1, 2], 1, [1, 3]],
  ["PageDown", [1, 3], 1, [1, 1]],
  ["x", [1, 2], 0, null],
] as const)("%s moves a handle, not past the other", (key, span, handle, to) => {
  expect(moved(key, span as Span, handle, 4)).toEqual(to);
});
