import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { SearchAnswer } from "../../api/generated/wire";
import { hit } from "../../testing/build";
import { FakeHost, wireError } from "../../testing/fakeHost";
import { later } from "../../testing/later";
import { answerOf, kept } from "../../testing/search";
import { before } from "./caret";
import { asksSame, NONE, partsOf, toggled } from "./chosen";
import { blocksOf, documentHit, rowsOf } from "./results";
import { PAUSE_MS, Search } from "./search.svelte";
import { told } from "./told";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const event = (id: string) => hit(id, 0, { kind: "event", opens: { view: "event", id } });

function answer(...documents: string[]): SearchAnswer {
  return answerOf(documents.map((document, i) => hit(document, i + 1)));
}

test("a question goes out once, after a pause of at most 60 ms", async () => {
  const host = new FakeHost();
  const search = new Search();
  for (const typed of ["m", "mi", "million"]) search.type(typed);
  expect(host.count("search")).toBe(0);
  expect(PAUSE_MS).toBeLessThanOrEqual(60);
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(host.count("search")).toBe(1);
  expect(host.calls[0]?.args).toMatchObject({
    query: "million",
    facets: "published",
    since: null,
    offset: 0,
  });
});

test("an answer to what is no longer asked is dropped", async () => {
  const slow = later<SearchAnswer>();
  new FakeHost({ search: ({ query }) => (query === "old" ? slow.promise : answer("new")) });
  const search = new Search();
  search.query = "old";
  const first = search.run();
  search.query = "new";
  await search.run();
  slow.resolve(answer("old", "older"));
  await first;
  expect(search.hit?.item).toBe("new");
});

test("an emptied field forgets hits and errors, but not where facets still ask", async () => {
  new FakeHost();
  const search = new Search();
  search.query = "million";
  await search.run();
  expect(search.rows.length).toBeGreaterThan(0);
  search.type("");
  expect(search.rows).toEqual([]);
  search.query = "million";
  await search.setFilters({ ...NONE, kinds: ["document"] });
  search.type("");
  expect(search.asks).toBe(true);
});

test("a wrong query shows no old hits, and keeps its column and plain reading", async () => {
  new FakeHost({
    search: ({ query }) => {
      if (query === "(") throw wireError("bad_query", "open", { column: 1, plain: "million" });
      return answer("a");
    },
  });
  const search = new Search();
  search.query = "good";
  await search.run();
  search.query = "(";
  await search.run();
  expect(search.rows).toEqual([]);
  expect(search.answer.error).toMatchObject({ column: 1, plain: "million" });
});

test("hits of one document stand together, in the order of its best; what is no document by kind", () => {
  const hits = [event("x"), event("y"), hit("a", 3), hit("b", 1), hit("a", 9), hit("c", 2)];
  const blocks = blocksOf(hits, [{ kind: "event", count: 23 }], []);
  expect(blocks.map(({ key, rows }) => [key, rows.map((row) => row.at)])).toEqual([
    ["event", [0, 1, 2]],
    ["a", [3, 4]],
    ["b", [5]],
    ["c", [6]],
  ]);
  expect(blocks[0]?.rows[2]?.all).toEqual({ kind: "event", count: 23 });
});

test.each([
  ["all of a kind are listed", 2, [], 2],
  ["the answer is of this kind alone", 23, ["event"], 2],
  ["there are more", 23, [], 3],
  ["there are more beside another kind that was chosen", 23, ["event", "note"], 3],
] as const)("the way to all of a kind: %s", (_, count, chosen, rows) => {
  const blocks = blocksOf([event("x"), event("y")], [{ kind: "event", count }], chosen);
  expect(blocks[0]?.rows.length).toBe(rows);
});

test("walking stops at both ends, and the page of the hit is fetched with the words", async () => {
  const host = new FakeHost();
  const search = new Search();
  search.query = "damages million";
  await search.run();
  search.choose(-5);
  expect(search.index).toBe(0);
  search.choose(99);
  expect(search.index).toBe(search.rows.length - 1);
  await vi.advanceTimersByTimeAsync(0);
  expect(host.calls.at(-1)).toMatchObject({ command: "page_show", args: { query: "damages million" } });
});

test("in documents the walk passes over what is none", () => {
  const rows = rowsOf(blocksOf([event("x"), hit("a", 3), hit("b", 1)], [], []));
  expect(documentHit(rows, 0, 1)?.hit?.item).toBe("a");
  expect(documentHit(rows, 1, 1)?.hit?.item).toBe("b");
  expect(documentHit(rows, 1, -1)).toBeNull();
  expect(documentHit(rows, 2, 1)).toBeNull();
});

/** A library of a hundred documents that hold the word, twenty to an answer. */
function hundred() {
  return new FakeHost({
    search: ({ offset }) => {
      const hits = Array.from({ length: 20 }, (_, i) => hit(`d${offset + i}`, 1)).slice(0, 100 - offset);
      return answerOf(hits, { kinds: [{ kind: "document", count: 100 }], items: 100 });
    },
  });
}

test("more is asked for as the end of the list comes near, and each once", async () => {
  const host = hundred();
  const search = new Search();
  search.query = "word";
  await search.run();
  expect([search.rows.length, search.hasMore]).toEqual([20, true]);
  search.choose(5);
  expect(host.count("search")).toBe(1);
  search.choose(15);
  search.choose(16);
  await vi.advanceTimersByTimeAsync(0);
  expect(host.count("search")).toBe(2);
  expect(host.calls.findLast(({ command }) => command === "search")?.args).toMatchObject({ offset: 20 });
  expect(search.rows.length).toBe(40);
  expect(search.index).toBe(16);
  for (let i = 0; i < 10; i++) await search.more();
  expect([search.rows.length, search.hasMore]).toEqual([100, false]);
  expect(new Set(search.rows.map((row) => row.hit?.item)).size).toBe(100);
});

test("what was asked for beyond an older answer is not put below a newer one", async () => {
  const slow = later<SearchAnswer>();
  const few = () => answerOf([hit("a", 1)], { kinds: [{ kind: "document", count: 9 }] });
  new FakeHost({ search: ({ offset, query }) => (offset > 0 && query === "old" ? slow.promise : few()) });
  const search = new Search();
  search.query = "old";
  await search.run();
  search.query = "new";
  const asked = search.run();
  slow.resolve(answer("late"));
  await asked;
  await vi.advanceTimersByTimeAsync(0);
  expect(search.rows.map((row) => row.hit?.item)).not.toContain("late");
});

test("after a change one stays on the hit, wherever it went", async () => {
  const lists = [answer("a", "b"), answerOf([hit("new", 9), hit("a", 1), hit("b", 2)])];
  let round = 0;
  new FakeHost({ search: () => lists[Math.min(round++, 1)] as SearchAnswer });
  const search = new Search();
  search.query = "word";
  await search.run();
  search.choose(1);
  await search.refresh();
  expect(search.hit?.item).toBe("b");
});

test("a saved search asks what is new as long as it is asked as it was saved", async () => {
  const host = new FakeHost();
  const search = new Search();
  const asked = kept("million", { filters: { ...NONE, kinds: ["event"] } });
  const since = "2021-07-10T00:00:00Z";
  await search.take(asked, { name: "Mine", search: asked, looked_at: since });
  expect(host.calls.find(({ command }) => command === "search")?.args).toMatchObject({ since });
  await search.setFilters(NONE);
  expect(search.isSaved).toBe(false);
  expect(host.calls.findLast(({ command }) => command === "search")?.args).toMatchObject({
    since: null,
  });
});

test("another date counts by another date, and lets go of the span of the one before", async () => {
  const host = new FakeHost();
  const search = new Search();
  search.query = "million";
  await search.setFilters({ ...NONE, dates: { date: "published", from: "2020", to: "2021" } });
  await search.setDate("captured");
  const asked = host.calls.findLast(({ command }) => command === "search")?.args;
  expect(asked).toMatchObject({ facets: "captured", filters: { dates: null } });
});

test("what is chosen is put in words, and each part can be taken out", () => {
  const chosen = toggled(toggled(NONE, "tags", "court"), "cases", "c1");
  const dated = { ...chosen, dates: { date: "published", from: "2020-01", to: "" } } as const;
  const parts = partsOf(dated, (list, value) => (list === "cases" ? "Longfield" : value));
  expect(parts.map((part) => part.words)).toEqual([
    "Case: Longfield",
    "Tag: court",
    "Published: 2020-01 to …",
  ]);
  expect(parts[2]?.without).toEqual(chosen);
  expect(toggled(chosen, "tags", "court").tags).toEqual([]);
});

test("two searches are one whatever the order in which things were chosen", () => {
  const both = (tags: string[]) => kept(" million ", { filters: { ...NONE, tags } });
  expect(asksSame(both(["a", "b"]), both(["b", "a"]))).toBe(true);
  expect(asksSame(both(["a"]), both(["b"]))).toBe(false);
  expect(asksSame(kept("a"), kept("a", { case: "c1" }))).toBe(false);
});

test.each([
  [answer("a", "b"), "2 pages in 2 documents, 3 ms"],
  [answerOf([event("x"), hit("a", 1)]), "1 page in 1 document, 1 other hit, 3 ms"],
  [answerOf([event("x"), event("y")]), "2 hits, 3 ms"],
  [answerOf([]), "0 pages in 0 documents, 3 ms"],
  [{ ...answer("a"), new: 1, instead: "Taken: colour" }, "1 page in 1 document, 1 new, 3 ms · Taken: colour"],
  [
    { ...answer("a"), building: { done: 12, total: 98 } },
    "1 page in 1 document, 3 ms · The index is being made anew: 12 of 98 documents. What is not in it yet is not found.",
  ],
])("an answer tells of itself", async (of, words) => {
  new FakeHost({ search: () => of });
  const search = new Search();
  search.query = "x";
  await search.run();
  expect(told(of, search.counts)).toBe(words);
});

test("the caret comes under the character that the column names, counted in characters", () => {
  expect(before("a ((b", 3)).toBe("  ");
  expect(before("😀 (", 3)).toBe("  ");
  expect(before("ab", 4)).toBe("   ");
});
