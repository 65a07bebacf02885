import { expect, test } from "vitest";
import { account, amount, day, within } from "../../testing/build";
import { differing } from "./differs";

const february = within("2021-02", "2021-02-01", "2021-02-28", "February 2021");
const settled = (low: string, of = {}) => amount("settled", low, { low, high: low, ...of });

test("a date is marked where another account's has no day in common with it", () => {
  const marked = differing([
    account("a", { date: february }),
    account("b", { date: day("2021-02-25", "25 February 2021") }),
    account("c", { date: day("2021-03-01", "1 March 2021") }),
    account("d"),
  ]);
  expect([...marked].map(([id, { date }]) => [id, date])).toEqual([
    ["a", true],
    ["b", true],
    ["c", true],
    ["d", false],
  ]);
});

test("an open end reaches as far as it may", () => {
  const before = within("../2021-06-30", null, "2021-06-30", "before 30 June 2021");
  const marks = (latest: string) =>
    differing([account("a", { date: before }), account("b", { date: day(latest, latest) })]).get("a")?.date;
  expect([marks("1999-01-01"), marks("2021-07-01")]).toEqual([false, true]);
});

test.each([
  ["the same sum", settled("92"), settled("92.00"), 0],
  ["another sum", settled("92"), settled("29"), 1],
  ["another sum per head", settled("92"), settled("29", { scope: "per_head" }), 0],
  ["another sum in another currency", settled("92"), settled("29", { currency: "EUR" }), 0],
  ["a range that holds it", settled("92"), settled("29", { high: "100" }), 0],
  ["words alone", settled("92"), amount("settled", "billions"), 0],
])("of a sum beside %s so many are marked", (_, one, two, expected) => {
  const marked = differing([account("a", { amounts: [one] }), account("b", { amounts: [two] })]);
  expect([...marked.values()].map(({ amounts }) => amounts.size)).toEqual([expected, expected]);
});
