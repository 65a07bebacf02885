import { beforeEach, expect, test } from "vitest";
import type { ImportRow } from "../../api/generated/wire";
import { importProgress as progress } from "../../testing/build";
import { FakeHost, wireError } from "../../testing/fakeHost";
import { Importing } from "./import.svelte";

const REST = { case: null, source: "", published: "", obtained: "" };
let host: FakeHost;

beforeEach(() => {
  host = new FakeHost();
});

function row(path: string, outcome: ImportRow["outcome"]): ImportRow {
  return { path, outcome, document: null, pages: 1, reason: outcome === "ok" ? null : "why" };
}

test("paths are taken one a line, each once, without blank lines", () => {
  const importing = new Importing();
  importing.paths = " /a.pdf \n\n/b";
  importing.offer(["/b", "/c"]);
  expect(importing.list()).toEqual(["/a.pdf", "/b", "/c"]);
});

test("a folder to watch is handed over with what is said of it, and one that is refused stays", async () => {
  host = new FakeHost({
    watch_add: (args) => {
      if (args.paths.includes("/b")) throw wireError("bad_value", "/b: it is not a folder");
      return [];
    },
  });
  const importing = new Importing();
  importing.paths = "/a";
  expect(await importing.watch({ ...REST, case: "c" })).toBe(true);
  expect(host.calls).toEqual([{ command: "watch_add", args: { ...REST, case: "c", paths: ["/a"] } }]);
  importing.paths = "/b";
  expect(await importing.watch(REST)).toBe(false);
  expect([importing.refused?.message, importing.paths]).toEqual(["/b: it is not a folder", "/b"]);
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
  const outcomes = (["ok", "crash", "partial"] as const).map((outcome) => ({ outcome, count: 1 }));
  const rows = [row("/b", "crash"), row("/c", "partial")];
  importing.receive(progress({ done: 3, total: 3, outcomes, rows, finished: true }));
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
  expect(importing.failures).toEqual([]);
  expect(importing.running).toBe(true);
});

test("an import that was left paused is shown so, goes on, and its pace counts from there", async () => {
  host = new FakeHost({ import_state: () => progress({ done: 400, total: 1000, paused: true }) });
  const importing = new Importing();
  await importing.load();
  expect([importing.shown, importing.running, importing.paused]).toEqual([true, false, true]);
  expect(importing.told).toBe("Import paused: 400 of 1,000 done.");
  await importing.resume();
  expect(host.count("import_resume")).toBe(1);
  importing.receive(progress({ done: 400, total: 1000 }));
  host.time += 2000;
  importing.receive(progress({ done: 420, total: 1000 }));
  expect(importing.rate).toBe(10);
  expect(importing.running).toBe(true);
});

test("of a hundred thousand files only those that did not end well are kept, and not all of them", () => {
  const importing = new Importing();
  importing.receive(progress({ total: 100_000 }));
  const rows = Array.from({ length: 1500 }, (_, i) => row(`/${i}`, "crash"));
  const outcomes = [
    { outcome: "crash" as const, count: 1500 },
    { outcome: "ok" as const, count: 98_500 },
  ];
  importing.receive(progress({ done: 100_000, total: 100_000, outcomes, rows, finished: true }));
  expect(importing.failures.length).toBe(1000);
  expect(importing.told).toBe("Imported: 98,500 files read, 1,500 could not be read.");
});
