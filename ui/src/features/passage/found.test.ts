import { expect, test } from "vitest";
import { day } from "../../testing/build";
import { dateCandidates, dateIn } from "./dates";
import { sumsIn } from "./sums";

const short = (text: string) =>
  sumsIn(text).map(({ kind, low, high, currency, scope, as_stated, converted }) =>
    [
      kind,
      low === high ? low : `${low}–${high}`,
      currency,
      ...(scope === "total" ? [] : [scope]),
      `“${as_stated}”`,
      ...(converted ? [`“${converted}”`] : []),
    ].join(" "),
  );

test.each([
  ["agreed to settle for $92 million", ["settled 92000000 USD “$92 million”"]],
  ["a fine of US$5.7m was imposed", ["fined 5700000 USD “US$5.7m”"]],
  ["ask for 1.5 billion euros", ["claimed 1500000000 EUR “1.5 billion euros”"]],
  ["€1.5 billion (about $1.8 billion), AP", ["claimed 1500000000 EUR “€1.5 billion” “about $1.8 billion”"]],
  ["£2,500.50 each was awarded", ["awarded 2500.5 GBP per_head “£2,500.50”"]],
  ["between €500 and €2,000 per child", ["claimed 500–2000 EUR per_head “between €500 and €2,000”"]],
  ["$1.2 to 1.6 billion", ["claimed 1200000000–1600000000 USD “$1.2 to 1.6 billion”"]],
  ["£3 million and 4 others were offered", ["offered 3000000 GBP “£3 million”"]],
  ["$5 million and $7 million", ["claimed 5000000 USD “$5 million”", "claimed 7000000 USD “$7 million”"]],
  ["between 1.2 and 1.6 million children", []],
  ["on 24 June 2021", []],
])("the sums in “%s”", (text, expected) => {
  expect(short(text)).toEqual(expected);
});

test.each([
  ["The panel met on Tuesday, 4 August 2020, in Chicago.", ["4 August 2020", "Tuesday"]],
  ["about March 2021 or 2021-03-05", ["2021-03-05", "about March 2021"]],
  ["signed 03/04/2021", ["03/04/2021"]],
  ["in autumn 2020 and late last month", ["autumn 2020", "late last month"]],
  ["May I ask for 2020 dollars", ["2020"]],
  ["It cost $2020, and 1.2021 more.", []],
  ["Paid on December 24th, 2019 at noon", ["December 24th, 2019"]],
])("what looks like a date in “%s”", (text, expected) => {
  expect(dateCandidates(text)).toEqual(expected);
});

test("the first words that the reader knows as a date are taken, or as more than one", async () => {
  const asked: string[] = [];
  const words = await dateIn("Tuesday or 03/04/2021", async (each) => {
    asked.push(each);
    return each === "Tuesday" ? { date: day("2021-04-06", ""), choices: [] } : { date: null, choices: [] };
  });
  expect([words, asked]).toEqual(["Tuesday", ["03/04/2021", "Tuesday"]]);
  expect(await dateIn("nothing here", () => Promise.reject(new Error("unasked")))).toBe("");
});
