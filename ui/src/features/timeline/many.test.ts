import { beforeAll, expect, test } from "vitest";
import type { TimelineRow } from "../../api/generated/wire";
import { even, windowOf } from "../../design/virtual";
import { caseRow } from "../../testing/build";
import { manyEvents } from "../../testing/many";
import { Ribbon } from "./ribbon/ribbon.svelte";
import { inOrder, patched, rowsOf, type Rows } from "./rows";

const COUNT = 50_000;
const NAMES = Array.from({ length: 12 }, (_, i) => `case-${i}`);
/** Milliseconds of a frame. The best of several runs is held against it: others work on the same machine. */
const FRAME = 16;

let events: TimelineRow[];
let rows: Rows;

beforeAll(() => {
  events = manyEvents(COUNT, NAMES);
  rows = rowsOf({ rows: events, parties: [], known: null });
});

function ribbonOf(cases: boolean): Ribbon {
  const ribbon = new Ribbon(Date.UTC(2026, 0, 1));
  ribbon.all = events;
  ribbon.events = events;
  ribbon.cases = cases ? NAMES.map((name) => caseRow(name, name)) : null;
  ribbon.width = 1200;
  return ribbon;
}

/** The shortest of several runs, in milliseconds. */
function best(act: (run: number) => unknown): number {
  const times = Array.from({ length: 12 }, (_, run) => {
    const start = performance.now();
    act(run);
    return performance.now() - start;
  });
  return Math.min(...times);
}

const told = (ribbon: Ribbon) =>
  ribbon.lanes.reduce(
    (sum, lane) => sum + lane.marks.length + lane.bubbles.reduce((all, { count }) => all + count, 0),
    ribbon.undated.length,
  );

test("the ribbon of 50,000 events counts every one of them, with few things to draw", () => {
  for (const ribbon of [ribbonOf(false), ribbonOf(true)]) {
    expect(told(ribbon)).toBe(COUNT);
    const drawn = ribbon.lanes.reduce((sum, lane) => sum + lane.marks.length + lane.bubbles.length, 0);
    expect(drawn).toBeLessThan(12 * 60);
  }
});

test.each([
  ["one lane", false],
  ["twelve lanes", true],
])("a step of the zoom over 50,000 events in %s is laid out within a frame", (_, lanes) => {
  const ribbon = ribbonOf(lanes);
  const took = best((run) => {
    ribbon.zoom(run % 6 < 3 ? 1 : -1, 500);
    return ribbon.lanes;
  });
  expect(took).toBeLessThan(FRAME);
});

test("of 50,000 rows a filter's answer is put in place within a frame", () => {
  const answer = events.filter((_, i) => i % 3 === 0).map((row) => row.event);
  expect(best(() => inOrder(answer, rows.byId))).toBeLessThan(FRAME);
});

test("an edit among 50,000 rows is put in place within a frame", () => {
  const edited = { ...(events[777] as TimelineRow), starred: true };
  const took = best(() => patched(rows, [edited.event], { rows: [edited], parties: [], known: null }));
  expect(took).toBeLessThan(FRAME);
});

test("the table of 50,000 rows draws only what is in sight", () => {
  const list = even(COUNT, 47);
  const drawn = windowOf({ rows: list, top: 47 * 30_000, view: 900, active: 3 });
  expect(drawn.length).toBeLessThan(45);
  expect(best(() => windowOf({ rows: list, top: 47 * 30_000, view: 900, active: 3 }))).toBeLessThan(2);
});
