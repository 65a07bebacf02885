import { render, screen } from "@testing-library/svelte";
import axe from "axe-core";
import { tick } from "svelte";
import { beforeEach, expect, test } from "vitest";
import { account, amount, event, libraryInfo } from "../../testing/build";
import { FakeHost } from "../../testing/fakeHost";
import Window from "../frame/Window.svelte";
import { Amounts, citedIn, conversion, lineDate, saidBy } from "./amounts.svelte";

let host: FakeHost;

beforeEach(() => {
  host = new FakeHost();
});

function press(key: string) {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  return tick();
}

async function openAmounts() {
  document.documentElement.lang = "en";
  render(Window);
  await screen.findAllByTestId("event-row");
  screen.getByTestId("amounts-tab").click();
  return screen.findAllByTestId("amount-row");
}

async function violations(): Promise<string[]> {
  const { violations } = await axe.run(document);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
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
      "“about $1.8 billion”, as the source converts it",
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
  const changed = { act: "add event X", touched: ["event"], ids: [] };
  host.send({ kind: "changed", body: { changed, library: libraryInfo() } });
  await expect.poll(() => host.count("amount_list")).toBe(before + 1);
});

test("a case without sums says what belongs there", async () => {
  host.events = [event("one")];
  document.documentElement.lang = "en";
  render(Window);
  await screen.findAllByTestId("event-row");
  await press("m");
  await screen.findByRole("heading", { name: "No sums yet" });
  expect(await violations()).toEqual([]);
});
