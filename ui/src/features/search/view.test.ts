import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { beforeEach, expect, test } from "vitest";
import { libraryInfo } from "../../testing/build";
import { openWindow, press, violations } from "../../testing/act";
import { FakeHost } from "../../testing/fakeHost";
import { kept } from "../../testing/search";

let host: FakeHost;

beforeEach(() => {
  host = new FakeHost();
});

const searches = () => host.calls.filter(({ command }) => command === "search").map(({ args }) => args);
const box = () => screen.getByTestId<HTMLInputElement>("search-input");

async function find(query: string) {
  await openWindow();
  await press("f", { ctrlKey: true });
  await fireEvent.input(await screen.findByTestId("search-input"), { target: { value: query } });
  await screen.findAllByTestId("hit");
  box().focus();
}

test("what is no document stands first by kind, and Enter at its end shows all of the kind", async () => {
  await find("ban million");
  const blocks = screen.getAllByTestId("hit-block").map((block) => block.textContent.trim().split(/\s+/)[0]);
  expect(blocks.slice(0, 2)).toEqual(["Cases", "Events"]);
  expect(await violations()).toEqual([]);
  const all = screen.getByTestId("all-of-kind");
  expect(all.textContent.replace(/\s+/g, " ").trim()).toMatch(/^All \d+ events$/);
  for (let i = 0; i < 3; i++) await press("ArrowDown");
  expect(all.getAttribute("aria-selected")).toBe("true");
  await press("Enter");
  await waitFor(() => expect(searches().at(-1)).toMatchObject({ filters: { kinds: ["event"] } }));
  await waitFor(() => expect(screen.getAllByTestId("hit").length).toBeGreaterThan(2));
  expect(screen.queryByTestId("all-of-kind")).toBeNull();
  expect(screen.getByTestId("filter-part").textContent).toContain("Kind: Events");
});

test("a hit of an event opens it in its timeline", async () => {
  await find("settlement");
  await press("Enter");
  await screen.findAllByTestId("event-row");
  const selected = await waitFor(() => document.querySelector("[role=row][aria-selected=true]"));
  expect(selected?.textContent).toContain("Settlement of $92 million");
});

test("from hit to hit in documents, and back to the results where one left them", async () => {
  await find("damages");
  expect(screen.getAllByTestId("hit").length).toBe(2);
  await press("Enter");
  expect((await screen.findByTestId("hit-place")).textContent).toBe("Hit 1 of 2");
  await screen.findAllByTestId("found");
  expect(await violations()).toEqual([]);
  await press("F3");
  await waitFor(() => expect(screen.getByTestId("hit-place").textContent).toBe("Hit 2 of 2"));
  await waitFor(() => expect(screen.getByTestId<HTMLInputElement>("page-number").value).toBe("3"));
  await press("F3");
  await waitFor(() => expect(screen.getByTestId("status").textContent).toContain("last hit"));
  await press("Escape");
  await press("Escape");
  await screen.findByTestId("search-input");
  expect(screen.getAllByTestId("hit")[1]?.getAttribute("aria-selected")).toBe("true");
});

test("a document that one came to in another way has no strip of hits", async () => {
  await find("damages");
  await press("Enter");
  await screen.findByTestId("hit-place");
  await press("e");
  await screen.findAllByTestId("document-row");
  await waitFor(() => expect(document.activeElement?.getAttribute("role")).toBe("grid"));
  await press("ArrowDown");
  await press("Enter");
  await screen.findByTestId("view-document");
  expect(screen.queryByTestId("hit-strip")).toBeNull();
});

test("facets narrow, stand as parts, and are let go of", async () => {
  await find("million");
  const menu = screen.queryByTestId("facets-menu");
  if (menu) await fireEvent.click(menu);
  await fireEvent.click(await screen.findByLabelText(/^Consumentenbond/));
  await waitFor(() => expect(searches().at(-1)).toMatchObject({ filters: { cases: ["dutch"] } }));
  expect(screen.getByTestId("filter-part").textContent).toContain("Case: Consumentenbond");
  const handles = screen.getAllByTestId("histogram-handle");
  handles[0]?.focus();
  await press("ArrowRight");
  const dates = { date: "published", from: "2020", to: "2021" };
  await waitFor(() => expect(searches().at(-1)).toMatchObject({ filters: { dates } }));
  expect(await violations()).toEqual([]);
  await fireEvent.click(screen.getByLabelText("Clear case"));
  await waitFor(() => expect(searches().at(-1)).toMatchObject({ filters: { cases: [], dates } }));
  await fireEvent.click(screen.getByText("Clear all"));
  await waitFor(() => expect(screen.queryByTestId("filter-part")).toBeNull());
});

test("a search is saved, and stands beside the cases with what is new in it", async () => {
  await find("damages");
  await fireEvent.click(screen.getByTestId("save-search"));
  await fireEvent.input(screen.getByTestId("save-search-name"), { target: { value: "Damages" } });
  await fireEvent.click(screen.getByText("Save", { selector: "[type=submit]" }));
  const saved = await screen.findByTestId("saved-search");
  expect(saved.getAttribute("aria-current")).toBe("page");
  box().blur();
  await press("a");
  await screen.findAllByTestId("event-row");
  host.send({ kind: "changed", body: { changed: CHANGED, library: libraryInfo() } });
  await waitFor(() => expect(screen.getByTestId("saved-search").textContent).toContain("2 new"));
  expect(searches().at(-1)).toMatchObject({ query: "damages", limit: 0, facets: null });
  await fireEvent.click(screen.getByTestId("saved-search"));
  await waitFor(() => expect(box().value).toBe("damages"));
  expect(host.count("search_saved_look")).toBe(1);
  expect(await violations()).toEqual([]);
});

test("a saved search gets another name, and is forgotten", async () => {
  await find("damages");
  for (const [name, button] of [
    ["Damages", "Save"],
    ["All damages", "Rename"],
  ] as const) {
    await fireEvent.click(screen.getByTestId("save-search"));
    await fireEvent.input(screen.getByTestId("save-search-name"), { target: { value: name } });
    await fireEvent.click(screen.getByText(button, { selector: "form button" }));
    await waitFor(() => expect(screen.getByTestId("saved-search").textContent).toContain(name));
  }
  const renamed = host.calls.findLast(({ command }) => command === "search_save")?.args;
  expect(renamed).toMatchObject({ name: "All damages", was: "Damages" });
  await fireEvent.click(screen.getByTestId("save-search"));
  await fireEvent.click(screen.getByText(/^Remove/, { selector: "form button" }));
  await waitFor(() => expect(screen.queryByTestId("saved-search")).toBeNull());
});

test("what was searched before is offered below the empty box, walked by keys and cleared", async () => {
  await find("damages");
  await press("Enter");
  await screen.findByTestId("hit-place");
  expect(host.calls.find(({ command }) => command === "search_recent_add")?.args).toEqual(kept("damages"));
  await press("f", { ctrlKey: true });
  await press("/");
  await fireEvent.input(await screen.findByTestId("search-input"), { target: { value: "" } });
  await screen.findByTestId("recent");
  expect(await violations()).toEqual([]);
  box().focus();
  await press("ArrowDown");
  expect(document.activeElement?.textContent).toContain("damages");
  await press("ArrowUp");
  await waitFor(() => expect(document.activeElement).toBe(box()));
  await fireEvent.click(screen.getByTestId("recent"));
  await waitFor(() => expect(box().value).toBe("damages"));
  await screen.findAllByTestId("hit");
  await fireEvent.input(box(), { target: { value: "" } });
  await fireEvent.click(await screen.findByTestId("recent-clear"));
  await waitFor(() => expect(screen.queryByTestId("recent")).toBeNull());
});

test("a question mark in the empty box tells how to ask, and an example is asked", async () => {
  await openWindow();
  await press("f", { ctrlKey: true });
  await fireEvent.input(await screen.findByTestId("search-input"), { target: { value: "?" } });
  const example = await screen.findByTestId("help-example");
  expect(await violations()).toEqual([]);
  await fireEvent.click(example);
  await waitFor(() => expect(box().value).toBe('"breach of contract"'));
  expect(screen.queryByTestId("help-example")).toBeNull();
  await waitFor(() => expect(host.count("search")).toBe(1));
});

test("a query that does not parse says where, and offers the plain reading", async () => {
  await find("million");
  await fireEvent.input(box(), { target: { value: "million ((" } });
  await fireEvent.click(await screen.findByTestId("plain-reading"));
  await waitFor(() => expect(searches().at(-1)).toMatchObject({ query: "million damages" }));
  expect(box().value).toBe("million damages");
});

const CHANGED = { act: "import a.pdf", touched: ["document"], ids: [], events: [] };

test("a list of terms is searched for at once, and written as a table", async () => {
  await openWindow();
  await press("T", { ctrlKey: true, shiftKey: true });
  await fireEvent.input(await screen.findByTestId("term-list-path"), {
    target: { value: "/lists/terms.doc" },
  });
  await fireEvent.click(screen.getByTestId("term-list-search"));
  expect((await screen.findByRole("alert")).textContent).toContain("not UTF-8");
  await fireEvent.input(screen.getByTestId("term-list-path"), { target: { value: "/lists/terms.txt" } });
  await fireEvent.click(screen.getByTestId("term-list-search"));
  const told = (await screen.findByTestId("term-report")).textContent.replace(/\s+/g, " ").trim();
  expect(told).toBe("2 of 12 documents hit; 10 hit by no term, of which 1 without text to search.");
  expect(screen.getByText(/line 4: not searched/)).toBeTruthy();
  expect(await violations()).toEqual([]);
  host.saveFile = async () => "/out/hits.xlsx";
  await fireEvent.click(screen.getByText("Write as table…"));
  await waitFor(() =>
    expect(host.calls.at(-1)).toEqual({
      command: "terms_report",
      args: { list: "/lists/terms.txt", write: "/out/hits.xlsx" },
    }),
  );
  await waitFor(() => expect(screen.getByTestId("status").textContent).toContain("Wrote 3 hits"));
});
