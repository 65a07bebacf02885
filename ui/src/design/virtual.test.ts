import { expect, test } from "vitest";
import { even, follow, moveFor, uneven, windowOf } from "./virtual";

const rows = even(100_000, 50);
const list = { rows, top: 0, view: 500, active: -1 };

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
  expect(windowOf({ ...list, rows: even(3, 50), active: 2 })).toEqual([0, 1, 2]);
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
  expect(follow(2, rows, 300, 500)).toBe(100);
  expect(follow(20, rows, 0, 500)).toBe(550);
  expect(follow(4, rows, 0, 500)).toBeNull();
});

test("rows of their own heights lie one below the other, and each is found where it lies", () => {
  const { top, at } = uneven([20, 100, 30]);
  expect([0, 1, 2, 3].map(top)).toEqual([0, 20, 120, 150]);
  expect([0, 19, 20, 119, 120, 149].map(at)).toEqual([0, 0, 1, 1, 2, 2]);
});

test("a tall row is scrolled to by its own height", () => {
  const tall = uneven([20, 100, 30]);
  expect(follow(1, tall, 0, 100)).toBe(20);
  expect(follow(2, tall, 0, 100)).toBe(50);
  expect(follow(0, tall, 40, 100)).toBe(0);
});
