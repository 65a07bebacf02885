import { render, screen, waitFor } from "@testing-library/svelte";
import axe from "axe-core";
import { tick } from "svelte";
import { beforeEach, expect, test } from "vitest";
import { changed, libraryInfo } from "../../testing/build";
import { FakeHost } from "../../testing/fakeHost";
import Window from "./Window.svelte";

let host: FakeHost;

beforeEach(() => {
  host = new FakeHost();
});

async function violations(): Promise<string[]> {
  const { violations } = await axe.run(document);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
}

function press(key: string, held: KeyboardEventInit = {}) {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...held }));
  return tick();
}

async function open() {
  document.documentElement.lang = "en";
  render(Window);
  await screen.findAllByTestId("event-row");
  await waitFor(() => expect(document.activeElement?.getAttribute("role")).toBe("grid"));
}

/** Ways to every view and every sheet, by key alone. */
const VIEWS: [string, string, () => Promise<unknown>][] = [
  ["all cases", "event-row", async () => {}],
  [
    "an event",
    "account",
    async () => {
      for (let i = 0; i < 8; i++) await press("ArrowDown");
    },
  ],
  [
    "a passage",
    "passage",
    async () => {
      for (let i = 0; i < 8; i++) await press("ArrowDown");
      await press("Enter");
    },
  ],
  ["search", "search-input", () => press("f", { ctrlKey: true })],
  ["to review", "review-row", () => press("r")],
  ["next", "next-row", () => press("x")],
  ["the palette", "palette-input", () => press("k", { ctrlKey: true })],
  ["import", "import-paths", () => press("i", { ctrlKey: true })],
];

test.each(VIEWS)("axe finds nothing in: %s", async (_, testId, go) => {
  await open();
  await go();
  await screen.findAllByTestId(testId);
  expect(await violations()).toEqual([]);
});

test.each([
  ["New event", "n"],
  ["New case", "c"],
  ["Keys", "F1"],
])("axe finds nothing in the sheet: %s", async (title, key) => {
  await open();
  await press(key);
  await screen.findByRole("heading", { name: title });
  expect(await violations()).toEqual([]);
});

test("axe finds nothing in a case’s exhibits", async () => {
  await open();
  screen.getAllByTestId("case-link")[3]?.click();
  await screen.findByTestId("exhibits-tab");
  await press("e");
  await screen.findAllByTestId("document-row");
  await press("ArrowDown");
  expect(await violations()).toEqual([]);
});

test("axe finds nothing in the first run, and the sample opens from it", async () => {
  host.info = null;
  render(Window);
  const sample = await screen.findByRole("button", { name: /Explore the sample/ });
  expect(await violations()).toEqual([]);
  sample.click();
  await screen.findAllByTestId("event-row");
  expect(host.calls.find((call) => call.command === "library_new")?.args).toEqual({
    path: "/data/sample",
    sample: true,
  });
});

test("table and ribbon hold the same events under the same names", async () => {
  await open();
  const marks = screen.getAllByTestId("ribbon-mark");
  const rows = screen.getAllByTestId("event-row");
  const inRibbon = marks.map((mark) => [
    mark.getAttribute("data-event"),
    Number(mark.getAttribute("aria-posinset")),
  ]);
  const inTable = rows.map((row) => [
    row.id.replace("event-", ""),
    Number(row.getAttribute("aria-rowindex")) - 1,
  ]);
  expect(new Map(inRibbon as [string, number][])).toEqual(new Map(inTable as [string, number][]));
  const all = String(Number(screen.getByRole("grid").getAttribute("aria-rowcount")) - 1);
  expect(marks.every((mark) => mark.getAttribute("aria-setsize") === all)).toBe(true);
  expect(screen.getByRole("option", { name: /^24 June 2021, Consumentenbond and/ })).toBeTruthy();
});

test("a choice in the ribbon is the choice in the table", async () => {
  await open();
  screen
    .getByRole("option", { name: /Settlement of \$92 million/ })
    .dispatchEvent(new MouseEvent("click", { bubbles: true }));
  await tick();
  expect(document.getElementById("event-settlement")?.getAttribute("aria-selected")).toBe("true");
});

test("a change that the back end tells of is fetched, and can be undone by name", async () => {
  await open();
  const before = host.count("timeline");
  host.send({
    kind: "changed",
    body: { changed: changed({ events: null }), library: libraryInfo({ undo: "add event X" }) },
  });
  expect(await screen.findByTestId("undo-button")).toHaveProperty("title", "Undo: add event X (Ctrl Z)");
  await waitFor(() => expect(host.count("timeline")).toBe(before + 1));
  await press("z", { ctrlKey: true });
  await waitFor(() => expect(screen.getByTestId("status").textContent).toContain("Undone: add event X"));
});

test("a case that is undone is left for all cases", async () => {
  await open();
  screen.getAllByTestId("case-link")[3]?.click();
  await screen.findByTestId("exhibits-tab");
  host.cases = host.cases.filter((row) => row.case !== "dutch");
  host.send({
    kind: "changed",
    body: { changed: changed({ act: "undo add case", touched: ["case"] }), library: libraryInfo({}) },
  });
  expect(await screen.findByRole("heading", { name: "All cases" })).toBeTruthy();
});

test("a library that can only be read offers nothing that writes", async () => {
  host.info = libraryInfo({ read_only: "Another Proofline has it open.", undo: "add event X" });
  await open();
  expect(screen.getByText(/Another Proofline has it open/)).toBeTruthy();
  for (const testId of ["import-button", "undo-button"]) expect(screen.queryByTestId(testId)).toBeNull();
  await press("n");
  expect(screen.queryByRole("heading", { name: "New event" })).toBeNull();
});

test("files dropped on the window go into the import sheet", async () => {
  await open();
  host.drag({ kind: "dropped", paths: ["/a.pdf", "/b"] });
  const paths = await screen.findByTestId<HTMLTextAreaElement>("import-paths");
  expect(paths.value).toBe("/a.pdf\n/b");
});

test("Alt ← leads back to the event that the passage was opened from", async () => {
  await open();
  for (let i = 0; i < 8; i++) await press("ArrowDown");
  await press("Enter");
  await screen.findByTestId("passage");
  await press("ArrowLeft", { altKey: true });
  await screen.findAllByTestId("event-row");
  expect(document.getElementById("event-demand")?.getAttribute("aria-selected")).toBe("true");
});
