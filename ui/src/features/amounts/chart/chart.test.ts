import { expect, test } from "vitest";
import { account, amount, event } from "../../../testing/build";
import { amountLines } from "../../../testing/people";
import type { Line } from "../amounts.svelte";
import { axisOf } from "./axis";
import { LANES, lanesOf, marksOf } from "./marks";
import { chartRows, type Drawn } from "./rows";
import { walk } from "./walk";

function line(id: string, of: Parameters<typeof amount>[2], kind: "claimed" | "paid" = "claimed"): Line {
  const [row] = amountLines([event("e", { accounts: [account(id, { amounts: [amount(kind, id, of)] })] })]);
  if (!row) throw new Error("an account with a sum has a line");
  return { ...row, id };
}

const sum = (low: number, high = low): Drawn => ({ line: line(`${low}-${high}`, {}), low, high });

test("rows stand in the order of a matter, total before per head, and are never mixed", () => {
  const lines = [
    line("p", { low: "1", high: "1" }, "paid"),
    line("h", { low: "2", high: "2", scope: "per_head" }),
    line("t", { low: "3", high: "3" }),
  ];
  expect(chartRows(lines).map(({ name }) => name)).toEqual([
    "Claimed, in total",
    "Claimed, per head",
    "Paid, in total",
  ]);
});

test.each([
  ["one sum", { low: "5", high: "5" }, [5, 5]],
  ["a range", { low: "5", high: "9" }, [5, 9]],
  ["a range whose upper end is open", { low: "5", high: null }, [5, 5]],
  ["a range whose lower end is open", { low: null, high: "9" }, [9, 9]],
  ["a range the wrong way round", { low: "9", high: "5" }, [5, 9]],
  ["decimals", { low: "5700000.50", high: "5700000.50" }, [5700000.5, 5700000.5]],
])("%s has its place on the scale", (_, of, expected) => {
  const [row] = chartRows([line("a", of)]);
  expect(row?.drawn.map(({ low, high }) => [low, high])).toEqual([expected]);
  expect(row?.words).toEqual([]);
});

test("a sum that is only words has no place on the scale, and stands beside it", () => {
  const [row] = chartRows([line("a", { low: null, high: null }), line("b", { low: "many", high: null })]);
  expect(row?.drawn).toEqual([]);
  expect(row?.words.map(({ id }) => id)).toEqual(["a", "b"]);
});

test.each([
  ["the spread is fifty times", [2, 100], "Linear, from zero."],
  ["the spread is more", [2, 101], "Logarithmic: each mark is ten times the one before."],
  ["a sum is nothing", [0, 101], "Linear, from zero."],
])("the axis says what it is where %s", (_, [low = 0, high = 0], words) => {
  expect(axisOf([sum(low), sum(high)], "EUR", 800)?.words).toBe(words);
});

test("a linear axis begins at nothing, and a logarithmic one at a power of ten", () => {
  const linear = axisOf([sum(40), sum(90)], "EUR", 500);
  expect([linear?.at(0), linear?.at(100)]).toEqual([8, 492]);
  const logarithmic = axisOf([sum(3), sum(3000)], "EUR", 800);
  expect(logarithmic?.ticks.map(({ x }) => Math.round(x))).toEqual([8, 204, 400, 596, 792]);
});

test("a narrow axis leaves out powers, and says how far its marks are apart", () => {
  const axis = axisOf([sum(1), sum(1e9)], "EUR", 260);
  expect(axis?.ticks.length).toBe(4);
  expect(axis?.words).toBe("Logarithmic: each mark is a thousand times the one before.");
});

test("a currency without a sign of its own is named at the axis", () => {
  expect(axisOf([sum(100)], "livres", 400)?.ticks.at(-1)?.text).toBe("livres 100");
});

test("there is no axis where nothing can be drawn", () => {
  expect(axisOf([], "EUR", 400)).toBeNull();
});

test("sums that would cover each other stand below each other, and none is lost in the crowd", () => {
  const same = Array.from({ length: 10 }, (_, i) => ({ ...sum(100), line: line(`s${i}`, {}) }));
  const marks = marksOf(same, (value) => value, 12);
  expect(marks.filter(({ shape }) => shape === "dot").map(({ lane }) => lane)).toEqual([0, 1, 2, 3]);
  expect(marks.filter(({ shape }) => shape === "count").map(({ lines }) => lines.length)).toEqual([6]);
  expect(lanesOf(marks)).toBe(LANES + 1);
});

test("a range is a bar from end to end, one sum a dot", () => {
  const marks = marksOf([sum(100, 300), sum(500)], (value) => value, 12);
  expect(marks.map(({ shape, left, width }) => [shape, left, width])).toEqual([
    ["bar", 94, 212],
    ["dot", 494, 12],
  ]);
});

test("thirty thousand sums are as few marks as there is room for", () => {
  const many = Array.from({ length: 30_000 }, (_, i) => sum(i % 900));
  const began = performance.now();
  const marks = marksOf(many, (value) => value, 12);
  expect(performance.now() - began).toBeLessThan(500);
  expect(marks.length).toBeLessThan(900);
  expect(marks.reduce((all, { lines }) => all + lines.length, 0)).toBe(30_000);
});

const ROWS = [
  { marks: marksOf([sum(100), sum(300)], (value) => value, 12), words: [line("words", {})] },
  { marks: marksOf([sum(120), sum(900)], (value) => value, 12), words: [] },
];

test.each([
  ["ArrowRight", "100-100", "300-300"],
  ["ArrowRight", "words", "120-120"],
  ["ArrowLeft", "120-120", "words"],
  ["ArrowLeft", "100-100", undefined],
  ["ArrowDown", "300-300", "120-120"],
  ["ArrowUp", "900-900", "300-300"],
  ["Home", "900-900", "100-100"],
  ["End", "100-100", "900-900"],
  ["x", "100-100", undefined],
])("%s leads from %s to %s", (key, from, to) => {
  expect(walk(ROWS, from, key)?.id).toBe(to);
});
