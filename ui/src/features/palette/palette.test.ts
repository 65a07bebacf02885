import { fireEvent, screen } from "@testing-library/svelte";
import { beforeEach, expect, test } from "vitest";
import { openWindow, press } from "../../testing/act";
import { FakeHost } from "../../testing/fakeHost";

let host: FakeHost;

beforeEach(() => {
  host = new FakeHost();
});

async function find(typed: string) {
  await openWindow();
  await press("k", { ctrlKey: true });
  const input = await screen.findByTestId("palette-input");
  input.focus();
  await fireEvent.input(input, { target: { value: typed } });
  return input;
}

/** The first line that the palette comes to list. */
const best = () => document.querySelector("#found-0")?.textContent?.replace(/\s+/g, " ").trim() ?? "";

test.each([
  ["a person", "longf anne", "person Anne Longfield Children’s Commissioner for England"],
  ["a body", "consumentenbond", "case Consumentenbond Netherlands, claim"],
  ["an event", "girl twelve", "event Girl of twelve allowed to sue anonymously about December 2020"],
  ["a document", "dutch claim sample", "document Dutch claim, sample press note PDF"],
  ["a command", "import a table", "command Import a table… Ctrl Shift I"],
  ["a sum", "92,000,000", "settled $92,000,000 in total: Settlement of $92 million agreed in Illinois"],
])("it finds %s", async (_, typed, expected) => {
  await find(typed);
  await expect.poll(best).toContain(expected);
});

test("Enter on a person opens their page among all people", async () => {
  await find("anne");
  await expect.poll(best).toContain("Anne Longfield");
  await press("Enter");
  expect((await screen.findByTestId("person-name")).textContent).toBe("Anne Longfield");
  expect(screen.getByTestId("people-tab").getAttribute("aria-current")).toBe("page");
});

test("Enter on a sum leads to the event that it is stated of", async () => {
  await find("$5,700,000");
  await expect.poll(best).toContain("fined");
  await press("Enter");
  await expect.poll(() => document.getElementById("event-fine")?.getAttribute("aria-selected")).toBe("true");
});

test("sums are asked for only where a figure is typed", async () => {
  const input = await find("settle");
  expect(host.count("amount_list")).toBe(0);
  await fireEvent.input(input, { target: { value: "settle 9" } });
  await fireEvent.input(input, { target: { value: "settle 92" } });
  expect(host.count("amount_list")).toBe(1);
});
