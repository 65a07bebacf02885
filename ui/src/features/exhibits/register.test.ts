import { screen, waitFor } from "@testing-library/svelte";
import { tick } from "svelte";
import { beforeEach, expect, test } from "vitest";
import type { RegisterArgs, RegisterRow } from "../../api/generated/wire";
import { openWindow, press, violations } from "../../testing/act";
import { changed, documentRow, libraryInfo } from "../../testing/build";
import { FakeHost, type Handlers } from "../../testing/fakeHost";
import { later } from "../../testing/later";
import { registerRow } from "../../testing/register";
import { BLOCK } from "./blocks.svelte";

let host: FakeHost;

beforeEach(() => {
  localStorage.clear();
  host = new FakeHost();
});

/** Opens the register of all documents, or of a case. */
async function open(handlers?: Handlers, of: string | null = null) {
  if (handlers) host = new FakeHost(handlers);
  await openWindow();
  if (of) {
    const links = screen.getAllByTestId("case-link");
    links[host.cases.findIndex((row) => row.case === of)]?.click();
    await screen.findByRole("heading", { name: host.cases.find((row) => row.case === of)?.name ?? "" });
  }
  await press("e");
  await screen.findAllByTestId("document-row");
  await waitFor(() => expect(document.activeElement?.classList.contains("document-grid")).toBe(true));
}

const titles = () => screen.getAllByTestId("document-row").map((row) => row.id.replace("document-", ""));
const last = (command: string) => host.calls.filter((call) => call.command === command).at(-1)?.args;
const active = () => screen.getByRole("grid").getAttribute("aria-activedescendant");
const blocks = () =>
  host.calls.filter((call) => call.command === "register").map((call) => (call.args as RegisterArgs).from);

const MANY = 100_000;

/** A hundred thousand documents, of which only those that are asked for are made. */
function many(): Handlers {
  const made = (at: number): RegisterRow =>
    registerRow(documentRow(`d${at}`, `Document ${at}`, { dated: { ...documentRow("", "").dated } }));
  return {
    register: ({ from, count }) => ({
      total: MANY,
      reviewed: 37_000,
      rows: Array.from({ length: Math.min(count, MANY - from) }, (_, i) => made(from + i)),
    }),
    register_place: ({ document }) => Number(document.slice(1)),
    register_match: () => Array.from({ length: MANY }, (_, i) => `d${i}`),
    document_show: ({ document }) => documentRow(document, document),
  };
}

test("of 100,000 documents only the blocks in sight are asked for, and every row can be walked to", async () => {
  await open(many());
  expect(screen.getByRole("grid").getAttribute("aria-rowcount")).toBe(String(MANY + 1));
  expect(blocks()).toEqual([0]);
  expect(screen.getAllByTestId("document-row").length).toBeLessThan(60);
  await press("End");
  const scroller = screen.getByRole("grid");
  await tick();
  scroller.dispatchEvent(new Event("scroll"));
  scroller.scrollTop = 47 * (MANY - 10);
  scroller.dispatchEvent(new Event("scroll"));
  await waitFor(() => expect(active()).toBe(`document-d${MANY - 1}`));
  expect(blocks()).toEqual([0, MANY - BLOCK]);
  await press("Home");
  expect(active()).toBe("document-d0");
});

test("a row that is on its way keeps its place, and scrolling past does not ask for what was passed", async () => {
  const gate = later<boolean>();
  const answers = many();
  await open({
    ...answers,
    register: async (args) => {
      if (args.from > 0) await gate.promise;
      return answers.register?.(args) ?? { total: 0, reviewed: 0, rows: [] };
    },
  });
  const scroller = screen.getByRole("grid");
  for (const at of [10_100, 30_100, 50_100, 70_100]) {
    scroller.scrollTop = 47 * at;
    scroller.dispatchEvent(new Event("scroll"));
    await tick();
  }
  expect(scroller.querySelector(".pending")).toBeTruthy();
  expect(scroller.querySelector<HTMLElement>(".grid-body")?.style.height).toBe(`${MANY * 47}px`);
  gate.resolve(true);
  await waitFor(() => expect(document.getElementById("document-d70105")).toBeTruthy());
  expect(blocks()).toEqual([0, 10_000, 30_000, 70_000]);
});

test("all 100,000 are selected with one key, and marked in one act", async () => {
  await open({ ...many(), document_mark: () => changed({ act: "mark documents" }) });
  await press("a", { ctrlKey: true });
  await waitFor(() => expect(screen.getByTestId("selected-count").textContent).toBe("100,000 selected"));
  await press("r");
  await waitFor(() => expect(host.count("document_mark")).toBe(1));
  expect((last("document_mark") as { documents: string[] }).documents).toHaveLength(MANY);
});

test("a press on a head sorts, again turns round, and the head says so", async () => {
  await open();
  const head = () => screen.getByRole("columnheader", { name: "Title" });
  head().querySelector("button")?.click();
  await waitFor(() => expect(last("register")).toMatchObject({ order: { sort: "title" } }));
  expect(head().getAttribute("aria-sort")).toBe("ascending");
  expect(titles()[0]).toBe("note");
  head().querySelector("button")?.click();
  await waitFor(() => expect(last("register")).toMatchObject({ order: { sort: "title", descending: true } }));
  expect(head().getAttribute("aria-sort")).toBe("descending");
  await waitFor(() => expect(titles()[0]).toBe("claim"));
});

test("the heads are one stop of the Tab key, with arrows between them", async () => {
  await open();
  const heads = screen.getAllByRole("columnheader").flatMap((head) => [...head.querySelectorAll("button")]);
  expect(heads.filter((head) => head.tabIndex === 0)).toHaveLength(1);
  heads[0]?.focus();
  await press("ArrowRight");
  expect(document.activeElement).toBe(heads[1]);
});

test("columns are chosen, moved and kept", async () => {
  await open();
  screen.getByTestId("arrange-menu").click();
  (await screen.findByRole("checkbox", { name: "Size" })).click();
  await screen.findByRole("columnheader", { name: "Size" });
  const size = screen.getByRole("checkbox", { name: "Size" });
  size.focus();
  const names = () => screen.getAllByRole("columnheader").map((head) => head.textContent?.trim());
  const before = names().indexOf("Size");
  await press("ArrowUp", { altKey: true });
  await waitFor(() => expect(names().indexOf("Size")).toBe(before - 1));
  expect(JSON.parse(localStorage.getItem("proofline.register") ?? "{}").columns.at(-2).id).toBe("size");
});

test("groups bear their words above their first row", async () => {
  await open();
  screen.getByTestId("arrange-menu").click();
  const group = await screen.findByRole<HTMLSelectElement>("combobox", { name: "Grouped by" });
  group.value = "kind";
  group.dispatchEvent(new Event("change", { bubbles: true }));
  await waitFor(() =>
    expect(screen.getAllByTestId("group-head").map((head) => head.textContent?.trim())).toEqual([
      "e-mail",
      "PDF",
    ]),
  );
  expect(last("register")).toMatchObject({ order: { group: "kind" } });
});

test("what is typed filters; the parts that are set stand beside the count", async () => {
  await open();
  await press("f", { ctrlKey: true, shiftKey: true });
  const field = screen.getByTestId<HTMLInputElement>("document-filter");
  expect(document.activeElement).toBe(field);
  field.value = "memo";
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await waitFor(() => expect(titles()).toEqual(["memo"]));
  screen.getByRole("button", { name: "Not reviewed" }).click();
  await waitFor(() =>
    expect(last("register")).toMatchObject({ order: { filter: { text: "memo", reviewed: false } } }),
  );
  expect(screen.getByTestId("filter-count").textContent).toBe("1 of 5 documents");
  expect(screen.getByTestId("filter-part").textContent).toContain("Not reviewed");
});

test("Space, Shift and Ctrl select several; Esc lets go of them", async () => {
  await open();
  await press(" ");
  await press("ArrowDown", { ctrlKey: true });
  await press("ArrowDown", { ctrlKey: true });
  await press(" ");
  expect(screen.getByTestId("selected-count").textContent).toBe("2 selected");
  await press("ArrowDown", { shiftKey: true });
  await waitFor(() => expect(screen.getByTestId("selected-count").textContent).toBe("2 selected"));
  await press("ArrowDown", { shiftKey: true });
  await waitFor(() => expect(screen.getByTestId("selected-count").textContent).toBe("3 selected"));
  await press("Escape");
  expect(screen.getByTestId("selected-count").textContent).toBe("");
  expect(screen.getByTestId("inspector")).toBeTruthy();
});

const KEYS: [string, KeyboardEventInit, Record<string, unknown>][] = [
  ["r", {}, { reviewed: true }],
  ["s", {}, { starred: true }],
  ["1", {}, { relevance: "key" }],
  ["2", {}, { relevance: "relevant" }],
  ["3", {}, { relevance: "not_relevant" }],
  ["0", {}, { relevance: "" }],
  ["C", { shiftKey: true }, { confidential: true }],
];

test.each(KEYS)("the key %s marks what is selected", async (key, held, sent) => {
  await open();
  await press(key, held);
  await waitFor(() => expect(last("document_mark")).toEqual({ documents: ["note"], ...sent }));
});

test("a mark that all of them bear is taken off", async () => {
  await open();
  const told = () =>
    host.send({
      kind: "changed",
      body: { changed: changed({ touched: ["document"] }), library: libraryInfo() },
    });
  await press("r");
  await waitFor(() => expect(host.count("document_mark")).toBe(1));
  told();
  await waitFor(() =>
    expect(document.querySelector("#document-note [title^=Reviewed]")?.getAttribute("aria-pressed")).toBe(
      "true",
    ),
  );
  await press("r");
  await waitFor(() => expect(last("document_mark")).toEqual({ documents: ["note"], reviewed: false }));
});

test("the star of a row is set by a press on it, without going there", async () => {
  await open();
  document.querySelector<HTMLElement>("#document-memo [title^=Star]")?.click();
  await waitFor(() => expect(last("document_mark")).toEqual({ documents: ["memo"], starred: true }));
  expect(active()).toBe("document-note");
});

test("where a document leaves the filter, the next one takes its place", async () => {
  await open();
  screen.getByRole("button", { name: "Not reviewed" }).click();
  await waitFor(() => expect(screen.getByTestId("filter-count").textContent).toContain("5 of 5"));
  await press("ArrowDown");
  await waitFor(() => expect(active()).toBe("document-summary"));
});

test("axe finds nothing in the register, with several selected and a filter set", async () => {
  await open(undefined, "dutch");
  await press("ArrowDown", { shiftKey: true });
  await screen.findByText("2 selected");
  expect(await violations()).toEqual([]);
  screen.getByTestId("register-filter").click();
  await screen.findByRole("group", { name: "Kind" });
  expect(await violations()).toEqual([]);
});

test("axe finds nothing in the choice of columns", async () => {
  await open();
  screen.getByTestId("arrange-menu").click();
  await screen.findByRole("checkbox", { name: "Size" });
  expect(await violations()).toEqual([]);
});
