import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { tick } from "svelte";
import { expect, test } from "vitest";
import type { PlanRow, TablePlan, TablePreview } from "../../api/generated/wire";
import { openWindow, press, violations } from "../../testing/act";
import { libraryInfo } from "../../testing/build";
import { FakeHost, wireError } from "../../testing/fakeHost";
import { fileName, toldOf, withEnding } from "./exportTable";
import { ImportTable } from "./importTable.svelte";
import { countsOf, listed, wordsOf } from "./planWords";

const field = (name: string, title: string) => ({ field: name, title, help: `Help on ${title}.` });

const PREVIEW: TablePreview = {
  sheets: [
    { name: "Notes", columns: [], sample: [], rows: 0, what: "events", mapping: [] },
    {
      name: "Chronology",
      columns: ["What", "When", "Colour"],
      sample: [
        ["Hearing in London", "about April 2021", "red"],
        ["Settlement", "", ""],
      ],
      rows: 53,
      what: "events",
      mapping: ["title", "date", null],
    },
  ],
  event_fields: [field("title", "Title"), field("date", "Date"), field("kind", "Kind")],
  account_fields: [field("date", "Date"), field("quote", "Quote")],
};

function planRow(row: number, standing: PlanRow["standing"], of: Partial<PlanRow> = {}): PlanRow {
  return { row, standing, title: `Row ${row}`, column: null, words: "", ...of };
}

const REFUSED = planRow(17, "refused", { column: "When", words: "“32 May” is no date." });
const ROWS = [
  planRow(2, "added"),
  planRow(3, "unchanged"),
  REFUSED,
  planRow(18, "changed", { words: "title" }),
];
const PLAN: TablePlan = { added: 8, changed: 3, unchanged: 40, refused: 2, rows: ROWS, done: false };
const GOOD: TablePlan = { ...PLAN, refused: 0, rows: ROWS.filter((row) => row !== REFUSED) };

/** Opens the sheet by key, chooses the file, and checks it. */
async function check() {
  await openWindow();
  await press("I", { ctrlKey: true, shiftKey: true });
  (await screen.findByRole("button", { name: "Choose…" })).click();
  await screen.findAllByTestId("mapping-row");
  await press("Enter", { ctrlKey: true });
  await screen.findByTestId("plan-counts");
}

const argsOf = (host: FakeHost, command: string) =>
  host.calls.findLast((call) => call.command === command)?.args;

test("a table is looked at, mapped, checked: what would become of each row is said, and nothing is written", async () => {
  const host = new FakeHost({ table_open: () => PREVIEW, table_plan: () => PLAN });
  await check();
  expect(screen.getByTestId("plan-counts").textContent).toBe("8 added, 3 changed, 40 unchanged, 2 refused.");
  expect(argsOf(host, "table_plan")).toEqual({
    path: "/samples/a.pdf",
    sheet: "Chronology",
    what: "events",
    mapping: ["title", "date", null],
    case: "",
    first: "",
  });
  expect(screen.getAllByTestId("plan-row")[0]?.textContent).toContain("When: “32 May” is no date.");
  expect(host.count("table_import")).toBe(0);
  expect(await violations()).toEqual([]);
});

test("each column shows its first values and what it becomes", async () => {
  new FakeHost({ table_open: () => PREVIEW, table_plan: () => PLAN });
  await check();
  const [what, , colour] = screen.getAllByTestId("mapping-row") as [HTMLElement, HTMLElement, HTMLElement];
  expect(what.textContent).toContain("Hearing in London");
  expect(what.textContent).toContain("Help on Title.");
  expect(within(colour).getByRole<HTMLSelectElement>("combobox").value).toBe("");
});

test("with refused rows all cannot be imported, but the good ones can", async () => {
  const host = new FakeHost({
    table_open: () => PREVIEW,
    table_plan: () => PLAN,
    table_import: () => ({ ...PLAN, done: true }),
  });
  await check();
  expect(screen.getByTestId<HTMLButtonElement>("import-all").disabled).toBe(true);
  const good = screen.getByTestId("import-good");
  expect(good.textContent).toContain("Import the 11 good rows");
  good.click();
  await waitFor(() => expect(screen.queryByTestId("import-table-form")).toBeNull());
  expect(argsOf(host, "table_import")).toMatchObject({ good_rows_only: true });
  expect(screen.getByTestId("status").textContent).toContain("8 added, 3 changed");
});

test("without refused rows all are imported as one act", async () => {
  const host = new FakeHost({
    table_open: () => PREVIEW,
    table_plan: () => GOOD,
    table_import: () => ({ ...GOOD, done: true }),
  });
  await check();
  expect(screen.queryByTestId("import-good")).toBeNull();
  screen.getByTestId("import-all").click();
  await waitFor(() => expect(host.count("table_import")).toBe(1));
  expect(argsOf(host, "table_import")).toMatchObject({ good_rows_only: false });
});

test("what was checked is forgotten as soon as the form says something else", async () => {
  new FakeHost({ table_open: () => PREVIEW, table_plan: () => PLAN });
  await check();
  await fireEvent.change(screen.getByRole("combobox", { name: "03/04/2021 is" }), {
    target: { value: "day" },
  });
  expect(screen.queryByTestId("plan-counts")).toBeNull();
  expect(screen.queryByTestId("import-all")).toBeNull();
});

test("two columns that become the same are said, and cannot be checked", async () => {
  new FakeHost({ table_open: () => PREVIEW });
  await openWindow();
  await press("I", { ctrlKey: true, shiftKey: true });
  (await screen.findByRole("button", { name: "Choose…" })).click();
  const colour = await screen.findByRole("combobox", { name: "Colour becomes" });
  await fireEvent.change(colour, { target: { value: "date" } });
  expect(screen.getAllByText("Two columns become this: leave one out.")).toHaveLength(2);
  expect(screen.getByRole<HTMLButtonElement>("button", { name: /^Check/ }).disabled).toBe(true);
});

test("a file that is no table says so at the file", async () => {
  new FakeHost({
    table_open: () => {
      throw wireError("bad_value", "a.pdf is no table.", { hint: "Save it as CSV." });
    },
  });
  await openWindow();
  await press("I", { ctrlKey: true, shiftKey: true });
  (await screen.findByRole("button", { name: "Choose…" })).click();
  expect((await screen.findByRole("alert")).textContent).toContain("a.pdf is no table.");
  expect(await violations()).toEqual([]);
});

test("rows read as accounts keep the fields that accounts have as well", async () => {
  new FakeHost({ table_open: () => PREVIEW });
  const table = new ImportTable();
  await table.open("/a.csv");
  expect(table.shown?.name).toBe("Chronology");
  table.take("accounts");
  expect(table.mapping).toEqual(["", "date", ""]);
  table.take("events");
  expect(table.mapping).toEqual(["title", "date", ""]);
});

test("refused rows are listed first, then the others by what becomes of them", () => {
  expect(listed(PLAN, null).map(({ row }) => row)).toEqual([17, 18, 2, 3]);
  expect(listed(PLAN, "added").map(({ row }) => row)).toEqual([2]);
  expect(wordsOf(REFUSED)).toBe("When: “32 May” is no date.");
  expect(countsOf(GOOD)).toBe("8 added, 3 changed, 40 unchanged, 0 refused");
});

test("what is shown is exported where the user chooses, with the present filter", async () => {
  const host = new FakeHost({
    table_write: ({ path }) => ({ path, events: 2, accounts: 3 }),
  });
  await openWindow();
  const filter = screen.getByRole("searchbox");
  await fireEvent.input(filter, { target: { value: "ban" } });
  await waitFor(() => expect(screen.getAllByTestId("event-row")).toHaveLength(2));
  await press("E", { ctrlKey: true, shiftKey: true });
  await screen.findByTestId("export-table-form");
  expect(await violations()).toEqual([]);
  await press("Enter", { ctrlKey: true });
  await waitFor(() => expect(screen.queryByTestId("export-table-form")).toBeNull());
  expect(argsOf(host, "table_write")).toMatchObject({ what: "", filter: { text: "ban" } });
  expect(screen.getByTestId("status").textContent).toContain("Exported 2 events and 3 accounts to /exports/");
});

test("a CSV holds one table, and a save dialog that is left writes nothing", async () => {
  const host = new FakeHost({ table_write: ({ path }) => ({ path, events: 12, accounts: 0 }) });
  host.saveFile = async () => null;
  host.info = libraryInfo({ read_only: "Another Proofline has it open." });
  await openWindow();
  await press("E", { ctrlKey: true, shiftKey: true });
  const form = within(await screen.findByTestId("export-table-form"));
  await fireEvent.change(form.getByRole("combobox", { name: "Format" }), { target: { value: "csv" } });
  expect(form.getByRole<HTMLSelectElement>("combobox", { name: "Rows" }).value).toBe("events");
  await press("Enter", { ctrlKey: true });
  await tick();
  expect(host.count("table_write")).toBe(0);
  host.saveFile = async () => "/exports/all";
  await press("Enter", { ctrlKey: true });
  await waitFor(() =>
    expect(argsOf(host, "table_write")).toMatchObject({ path: "/exports/all.csv", what: "events" }),
  );
});

test.each([
  ["TikTok, five matters", "TikTok, five matters"],
  ["a/b\\c: d?", "a b c d"],
  ["...", "Chronology"],
  ["", "Chronology"],
])("a file is named after %j", (name, expected) => {
  expect(fileName(name)).toBe(expected);
});

test("the ending that was typed over is put back", () => {
  expect(withEnding("/a/b", "csv")).toBe("/a/b.csv");
  expect(withEnding("/a/B.CSV", "csv")).toBe("/a/B.CSV");
  expect(toldOf({ path: "/a.csv", events: 0, accounts: 1 })).toBe("Exported 1 account to /a.csv.");
});
