import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { SearchAnswer } from "../../api/generated/wire";
import { hit } from "../../testing/build";
import { FakeHost, wireError } from "../../testing/fakeHost";
import { later } from "../../testing/later";
import { before } from "./caret";
import { groupHits, PAUSE_MS, Search } from "./search.svelte";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function answer(...documents: string[]): SearchAnswer {
  const hits = documents.map((document, i) => hit(document, i + 1));
  return { total: hits.length, documents: hits.length, took_ms: 1, hits };
}

test("a question goes out once, after a pause of at most 60 ms", async () => {
  const host = new FakeHost();
  const search = new Search();
  for (const typed of ["m", "mi", "million"]) search.type(typed);
  expect(host.count("search")).toBe(0);
  expect(PAUSE_MS).toBeLessThanOrEqual(60);
  await vi.advanceTimersByTimeAsync(PAUSE_MS);
  expect(host.count("search")).toBe(1);
  expect(host.calls[0]?.args).toMatchObject({ query: "million" });
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
  expect(search.hit?.document).toBe("new");
});

test("an emptied field forgets hits and errors", async () => {
  new FakeHost();
  const search = new Search();
  search.query = "million";
  await search.run();
  expect(search.ordered.length).toBeGreaterThan(0);
  search.type("");
  expect(search.ordered).toEqual([]);
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
  expect(search.ordered).toEqual([]);
  expect(search.answer.error).toMatchObject({ column: 1, plain: "million" });
});

test("hits of one document stand together, in the order of its best", () => {
  const groups = groupHits([hit("a", 3), hit("b", 1), hit("a", 9), hit("c", 2)]);
  expect(groups.map(({ document, first, hits }) => [document, first, hits.length])).toEqual([
    ["a", 0, 2],
    ["b", 2, 1],
    ["c", 3, 1],
  ]);
});

test("walking stops at both ends, and the page of the hit is fetched with the words", async () => {
  const host = new FakeHost();
  const search = new Search();
  search.query = "damages million";
  await search.run();
  search.choose(-5);
  expect(search.index).toBe(0);
  search.choose(99);
  expect(search.index).toBe(search.ordered.length - 1);
  await vi.advanceTimersByTimeAsync(0);
  expect(host.calls.at(-1)).toMatchObject({ command: "page_show", args: { query: "damages million" } });
});

test("the caret comes under the character that the column names, counted in characters", () => {
  expect(before("a ((b", 3)).toBe("  ");
  expect(before("😀 (", 3)).toBe("  ");
  expect(before("ab", 4)).toBe("   ");
});
