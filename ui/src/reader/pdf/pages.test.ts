import { expect, test } from "vitest";
import { fitting, GAP, Rows, stepped, type Size } from "./pages";

const A4: Size = { width: 600, height: 800 };
const WIDE: Size = { width: 900, height: 500 };

test("pages stand under each other, and each is found by the height at which it stands", () => {
  const rows = new Rows([A4, WIDE, A4], false);
  expect(rows.of(2)).toEqual({ first: 2, last: 2, top: GAP * 2 + 800, bottom: GAP * 2 + 1300 });
  expect(rows.height).toBe(800 + 500 + 800 + GAP * 4);
  expect(rows.width).toBe(900 + GAP * 2);
  expect(rows.between(0, 100)).toEqual([1, 1]);
  expect(rows.between(700, 900)).toEqual([1, 2]);
  expect(rows.between(9000, 9900)).toEqual([3, 3]);
  expect([0, 700, 820, 99_999].map((top) => rows.read(top, 300))).toEqual([1, 1, 2, 3]);
});

test("two pages stand side by side, the last one alone", () => {
  const rows = new Rows([A4, WIDE, A4], true);
  expect(rows.rows.map(({ first, last }) => [first, last])).toEqual([
    [1, 2],
    [3, 3],
  ]);
  expect(rows.of(2)).toBe(rows.of(1));
  expect(rows.width).toBe(1500 + GAP * 3);
  expect(rows.of(3).top).toBe(800 + GAP * 2);
});

test("a page that is taller than was thought moves those after it and none before", () => {
  const [thought, known] = [new Rows([A4, A4, A4], false), new Rows([A4, WIDE, A4], false)];
  expect(known.of(2).top).toBe(thought.of(2).top);
  expect(known.of(3).top).toBe(thought.of(3).top - 300);
});

test("a row fits the width, or whole", () => {
  const room = { width: 600 + GAP * 2, height: 400 + GAP * 2 };
  expect(fitting([A4], room, "width")).toBe(1);
  expect(fitting([A4], room, "page")).toBe(0.5);
  expect(fitting([A4, A4], { ...room, width: 600 + GAP * 3 }, "width")).toBe(0.5);
});

test("zooming goes by steps and ends", () => {
  expect([100, 107, 500].map((percent) => stepped(percent, 1))).toEqual([110, 110, 500]);
  expect([100, 107, 25].map((percent) => stepped(percent, -1))).toEqual([90, 100, 25]);
});
