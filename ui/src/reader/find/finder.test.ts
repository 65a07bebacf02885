import { expect, test } from "vitest";
import { Finder } from "./finder";

const PAGES = ["The claim, a CLAIM.", "nothing", "another cl-\naim here", ""];

function finder(words: string, read: number[] = []) {
  return new Finder(words, PAGES.length, async (page) => {
    read.push(page);
    return PAGES[page - 1] ?? "";
  });
}

test("the search begins at the page one reads and goes round the ends", async () => {
  const search = finder("claim");
  expect(await search.first(2)).toEqual({ page: 3, index: 0 });
  expect(await search.step(1)).toEqual({ page: 1, index: 0 });
  expect(await search.step(1)).toEqual({ page: 1, index: 1 });
  expect(await search.step(-1)).toEqual({ page: 1, index: 0 });
  expect(await search.step(-1)).toEqual({ page: 3, index: 0 });
});

test("it counts every page once and says which of all it stands at", async () => {
  const read: number[] = [];
  const search = finder("claim", read);
  await search.first(3);
  const told: number[] = [];
  await search.countAll(3, () => told.push(search.progress.searched));
  expect(search.progress).toEqual({ at: 3, total: 3, searched: 4, done: true });
  expect(told).toEqual([1, 2, 3, 4]);
  expect(read.toSorted()).toEqual([1, 2, 3, 4]);
});

test("words that are nowhere are found nowhere, and a search that was ended stops", async () => {
  expect(await finder("appeal").first(1)).toBeNull();
  expect(await finder("  ").first(1)).toBeNull();
  const read: number[] = [];
  const search = finder("claim", read);
  search.end();
  await search.countAll(1, () => expect.unreachable());
  expect(read).toEqual([]);
});
