import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, expect, test } from "vitest";
import { openWindow, press, violations } from "../../testing/act";
import { account, amount, changed, event, libraryInfo } from "../../testing/build";
import { FakeHost } from "../../testing/fakeHost";
import { Amounts, citedIn, conversion, lineDate, saidBy } from "./amounts.svelte";

let host: FakeHost;

beforeEach(() => {
  host = new FakeHost();
});

async function openAmounts() {
  await openWindow();
  screen.getByTestId("amounts-tab").click();
  const rows = await screen.findAllByTestId("amount-row");
  await waitFor(() => expect(document.activeElement?.getAttribute("role")).toBe("grid"));
  return rows;
}

async function shown(scope: string | null) {
  const amounts = new Amounts();
  await amounts.show(scope);
  return amounts;
}

test("each sum is a line, in the back end’s order, and none is added to another", async () => {
  const amounts = await shown(null);
  expect(amounts.shown.map((line) => line.amount.display)).toEqual([
    "$5,700,000 in total",
    "$92,000,000 in total",
    "€1,500,000,000 in total",
  ]);
});

test("a line says when, who, where and the conversion as the source’s", async () => {
  const { selected } = await shown("dutch");
  expect(selected && [lineDate(selected), saidBy(selected), citedIn(selected), conversion(selected)]).toEqual(
    [
      "24 June 2021",
      "Sample press note reports",
      "Dutch claim, sample press note, p.\u00a01",
      "(“about $1.8 billion”, Sample press note)",
    ],
  );
});

test("two sums of one account are two lines, and each can be chosen", async () => {
  const sums = [amount("claimed", "billions (GBP)"), amount("claimed", "billions (GBP)")];
  host.events = [event("one", { accounts: [account("a", { amounts: sums })] })];
  const amounts = await shown(null);
  amounts.selectAt(1);
  expect(amounts.index).toBe(1);
  await amounts.refresh();
  expect(amounts.selected?.id).toBe("a-2");
});

test.each([
  ["settled", ["settlement"]],
  ["DUTCH CLAIM", ["demand"]],
  ["1.8 billion", ["demand"]],
  ["2019", ["fine"]],
  ["nothing like it", []],
])("the filter looks at sums, kinds, dates, sources and events: %s", async (filter, expected) => {
  const amounts = await shown(null);
  amounts.filter = filter;
  expect(amounts.shown.map((line) => line.event)).toEqual(expected);
});

test("axe finds nothing in the amounts of all cases and of one", async () => {
  await openAmounts();
  expect(screen.getByText("Each sum as one account states it. Sums are not added up.")).toBeTruthy();
  expect(await violations()).toEqual([]);
  screen.getAllByTestId("case-link")[3]?.click();
  await screen.findAllByTestId("event-row");
  await press("m");
  await screen.findAllByTestId("amount-row");
  expect(screen.getByTestId("amounts-tab").getAttribute("aria-current")).toBe("page");
  expect(await violations()).toEqual([]);
});

test("Enter opens the passage, and a sum without a document says so", async () => {
  await openAmounts();
  await press("Enter");
  expect(screen.getByTestId("status").textContent).toContain("cites no document");
  await press("End");
  await press("Enter");
  await screen.findByTestId("passage");
  expect(host.calls.findLast(({ command }) => command === "page_show")?.args).toMatchObject({
    document: "note",
    page: 1,
  });
});

test("the inspector leads to the event where it stands in the timeline", async () => {
  await openAmounts();
  await press("End");
  screen.getByTestId("amount-event").click();
  await screen.findAllByTestId("event-row");
  expect(document.getElementById("event-demand")?.getAttribute("aria-selected")).toBe("true");
});

test("a change that the back end tells of is fetched", async () => {
  await openAmounts();
  const before = host.count("amount_list");
  host.send({ kind: "changed", body: { changed: changed(), library: libraryInfo() } });
  await expect.poll(() => host.count("amount_list")).toBe(before + 1);
});

test("a case without sums says what belongs there", async () => {
  host.events = [event("one")];
  await openWindow();
  await press("m");
  await screen.findByRole("heading", { name: "No sums yet" });
  expect(await violations()).toEqual([]);
});

/** Two claims in euros, one per head, a range in dollars, one in words only. */
function mixed() {
  const said = (id: string, sum: ReturnType<typeof amount>, by: string) =>
    account(id, { amounts: [sum], asserted_by: by });
  const euro = { currency: "EUR", low: "1500000000", high: "1500000000" };
  host.events = [
    event("one", {
      accounts: [
        said("a", amount("claimed", "€1,500,000,000 in total", euro), "AP"),
        said("b", amount("claimed", "€1,400,000,000 in total", { ...euro, low: "1400000000" }), "Reuters"),
        said(
          "c",
          amount("claimed", "€2,000 per head", { ...euro, low: "2000", high: "2000", scope: "per_head" }),
          "AP",
        ),
        said("d", amount("claimed", "billions of euros", { currency: "EUR" }), "BBC"),
        said("e", amount("paid", "$4 to $6", { low: "4", high: "6" }), "FTC"),
      ],
    }),
  ];
}

const options = (name: string) =>
  within(screen.getByRole("group", { name }))
    .getAllByRole("option")
    .map((option) => option.getAttribute("aria-label"));

test("the chart draws one currency: the rest is a choice, and per head and total never share a row", async () => {
  mixed();
  await openAmounts();
  expect(screen.getByRole("listbox", { name: "Sums in EUR, by kind" })).toBeTruthy();
  expect(options("Claimed, in total")).toEqual([
    "€1,400,000,000 in total, Reuters reports, undated",
    "€1,500,000,000 in total, AP reports, undated",
    "billions of euros, BBC reports, undated, in words only",
  ]);
  expect(options("Claimed, per head")).toEqual(["€2,000 per head, AP reports, undated"]);
  expect(screen.queryByRole("group", { name: /^Paid/ })).toBeNull();
  expect(await violations()).toEqual([]);
  const currency = screen.getByTestId<HTMLSelectElement>("chart-currency");
  await fireEvent.change(currency, { target: { value: "USD" } });
  expect(options("Paid, in total")).toEqual(["$4 to $6, FTC reports, undated"]);
});

test("chart and table hold the same sums under the same choice", async () => {
  mixed();
  await openAmounts();
  screen.getByTestId("amount-chart").focus();
  await press("End");
  const chosen = () =>
    [...document.querySelectorAll('[aria-selected="true"]')].map((each) => each.textContent?.trim());
  expect(screen.getByTestId("amount-chart").getAttribute("aria-activedescendant")).toBe("sum-c-1");
  expect(chosen().at(-1)).toContain("€2,000 per head");
  await press("ArrowUp");
  await press("ArrowRight");
  expect(screen.getByTestId("amount-chart").getAttribute("aria-activedescendant")).toMatch(/^sum-[abd]-1$/);
  const inChart = screen.getByTestId("amount-chart").querySelectorAll("[role=option]").length;
  const inTable = screen.getAllByTestId("amount-row").filter((row) => !row.textContent?.includes("$4"));
  expect(inChart).toBe(inTable.length);
});

test("Enter in the chart opens the passage that states the sum", async () => {
  await openAmounts();
  screen.getByTestId("amount-chart").focus();
  await fireEvent.change(screen.getByTestId("chart-currency"), { target: { value: "EUR" } });
  await press("Enter");
  await screen.findByTestId("passage");
});

test("a filter narrows the chart as it narrows the table", async () => {
  mixed();
  await openAmounts();
  await fireEvent.input(screen.getByRole("searchbox", { name: "Filter amounts" }), {
    target: { value: "reuters" },
  });
  expect(screen.getAllByTestId("sum-mark")).toHaveLength(1);
});
