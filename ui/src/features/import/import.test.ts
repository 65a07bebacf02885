import { beforeEach, expect, test } from "vitest";
import type { ImportProgress, ImportRow } from "../../api/generated/wire";
import { FakeHost, wireError } from "../../testing/fakeHost";
import { Importing } from "./import.svelte";

const REST = { case: null, source: "", published: "", obtained: "" };
let host: FakeHost;

beforeEach(() => {
  host = new FakeHost();
});

function progress(of: Partial<ImportProgress>): ImportProgress {
  return { done: 0, total: 0, current: "", rows: [], finished: false, cancelled: false, error: null, ...of };
}

function row(path: string, outcome: ImportRow["outcome"]): ImportRow {
  return { path, outcome, document: null, pages: 1, reason: outcome === "ok" ? null : "why" };
}

test("paths are taken one a line, each once, without blank lines", () => {
  const importing = new Importing();
  importing.paths = " /a.pdf \n\n/b";
  importing.offer(["/b", "/c"]);
  expect(importing.list()).toEqual(["/a.pdf", "/b", "/c"]);
});

test("rate and time left come from the clock and the count", async () => {
  const importing = new Importing();
  importing.paths = "/a";
  expect(await importing.start(REST)).toBe(true);
  host.time += 4000;
  importing.receive(progress({ done: 20, total: 100, current: "/a/21.pdf" }));
  expect(importing.rate).toBe(5);
  expect(importing.left).toBe(16_000);
  expect(importing.running).toBe(true);
});

test("failures are kept with their reason when the import is over", () => {
  const importing = new Importing();
  importing.receive(progress({ done: 1, total: 3, rows: [row("/a", "ok")] }));
  importing.receive(
    progress({ done: 3, total: 3, rows: [row("/b", "crash"), row("/c", "partial")], finished: true }),
  );
  expect(importing.running).toBe(false);
  expect(importing.failures.map((each) => [each.path, each.reason])).toEqual([["/b", "why"]]);
  expect(importing.read).toBe(2);
  expect(importing.shown).toBe(true);
});

test("a cancelled import is over, and says so", () => {
  const importing = new Importing();
  importing.receive(progress({ done: 1, total: 9 }));
  importing.receive(progress({ done: 2, total: 9, finished: true, cancelled: true }));
  expect(importing.running).toBe(false);
  expect(importing.cancelled).toBe(true);
});

test("a refused import keeps the paths and shows no progress", async () => {
  host = new FakeHost({
    import_start: () => {
      throw wireError("bad_date", "No such date.");
    },
  });
  const importing = new Importing();
  importing.paths = "/a";
  expect(await importing.start({ ...REST, published: "nonsense" })).toBe(false);
  expect(importing.refused?.code).toBe("bad_date");
  expect(importing.list()).toEqual(["/a"]);
  expect(importing.shown).toBe(false);
});

test("a new import begins with an empty list", () => {
  const importing = new Importing();
  importing.receive(progress({ rows: [row("/a", "crash")], done: 1, total: 1, finished: true }));
  importing.receive(progress({ done: 0, total: 5 }));
  expect(importing.rows).toEqual([]);
  expect(importing.running).toBe(true);
});
