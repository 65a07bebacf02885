import { expect, test } from "vitest";
import { day, span, UNDATED, within } from "../../../testing/build";
import { markOf } from "./shapes";

const extent = { from: Date.UTC(2020, 0, 1), to: Date.UTC(2022, 0, 1) };
const WIDTH = 731;
const of = (date: Parameters<typeof markOf>[0]) => markOf(date, extent, WIDTH);

test("a day is a dot in the middle of that day", () => {
  expect(of(day("2020-01-01", "1 January 2020"))).toEqual({ shape: "dot", x: 0.5 });
  expect(of(day("2021-01-01", "1 January 2021"))).toEqual({ shape: "dot", x: 366.5 });
});

test("a month is a bar over the month that fades at both ends", () => {
  expect(of(within("2020-10", "2020-10-01", "2020-10-31", "October 2020"))).toEqual({
    shape: "bar",
    x0: 274,
    x1: 305,
    fadeStart: true,
    fadeEnd: true,
  });
});

test("an uncertain date is never a dot, however short", () => {
  const narrow = markOf(within("2020-01", "2020-01-01", "2020-01-31", "January 2020"), extent, 40);
  expect(narrow).toMatchObject({ shape: "bar", fadeStart: true, fadeEnd: true });
  if (narrow?.shape === "bar") expect(narrow.x1 - narrow.x0).toBeGreaterThan(10);
});

test("an interval is a bar with firm ends", () => {
  expect(of(span("2020-01-01/2020-12-31", "2020-01-01", "2020-12-31", "2020"))).toEqual({
    shape: "bar",
    x0: 0,
    x1: 366,
    fadeStart: false,
    fadeEnd: false,
  });
});

test("an interval without an end runs to the edge and fades there", () => {
  expect(of(span("2021-01-01/..", "2021-01-01", null, "from 1 January 2021"))).toMatchObject({
    x0: 366,
    x1: WIDTH,
    fadeStart: false,
    fadeEnd: true,
  });
});

test("“before” a day ends with that day and fades out before it", () => {
  const before = of(within("../2021-06-30", null, "2021-06-30", "before 30 June 2021"));
  expect(before).toMatchObject({ shape: "bar", x1: 547, fadeStart: true });
  if (before?.shape === "bar") expect(before.x0).toBeLessThan(before.x1 - 40);
});

test("“after” a day begins with that day and fades out after it", () => {
  const after = of(within("2021-01-01/..", "2021-01-01", null, "after 1 January 2021"));
  expect(after).toMatchObject({ shape: "bar", x0: 366, fadeEnd: true });
});

test.each([UNDATED, within("../..", null, null, "unknown"), span("", null, null, "")])(
  "what has no place in time has no mark",
  (date) => {
    expect(of(date)).toBeNull();
  },
);
