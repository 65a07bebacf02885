import { expect, test } from "vitest";
import { follow, moveFor, windowOf } from "./virtual";

const list = { count: 100_000, row: 50, top: 0, view: 500, active: -1 };

test("only the rows in sight and a few beside them are drawn", () => {
  const drawn = windowOf({ ...list, top: 2_500_000 });
  expect(drawn.length).toBeLessThan(40);
  expect(drawn).toContain(50_000);
  expect(drawn).toContain(50_009);
});

test("the active row is drawn wherever it is, so that it can be pointed at", () => {
  expect(windowOf({ ...list, active: 99_999 }).at(-1)).toBe(99_999);
  expect(windowOf({ ...list, top: 2_500_000, active: 0 })[0]).toBe(0);
});

test("a list shorter than the view is drawn whole, once each", () => {
  expect(windowOf({ ...list, count: 3, active: 2 })).toEqual([0, 1, 2]);
});

test.each([
  ["ArrowDown", 5, 6],
  ["ArrowUp", 0, 0],
  ["ArrowDown", -1, 0],
  ["ArrowUp", -1, 9],
  ["PageDown", 5, 9],
  ["PageUp", 5, 1],
  ["Home", 5, 0],
  ["End", 5, 9],
  ["x", 5, null],
])("%s from row %i goes to %s", (key, from, to) => {
  expect(moveFor(key, from, 10, 4)).toBe(to);
});

test("no key moves in an empty list", () => {
  expect(moveFor("ArrowDown", -1, 0, 4)).toBeNull();
});

test("a row out of sight is scrolled to, no further than needed; one in sight is left alone", () => {
  expect(follow(2, 50, 300, 500)).toBe(100);
  expect(follow(20, 50, 0, 500)).toBe(550);
  expect(follow(4, 50, 0, 500)).toBeNull();
});
