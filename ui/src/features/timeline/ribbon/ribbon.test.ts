import { expect, test, vi } from "vitest";
import { caseRow, day, event, slim, UNDATED } from "../../../testing/build";
import { manyEvents } from "../../../testing/many";
import { PerFrame } from "./frame";
import { Ribbon } from "./ribbon.svelte";

const today = Date.UTC(2026, 0, 1);

function ribbonOf(events: ReturnType<typeof manyEvents>, cases: string[] | null = null): Ribbon {
  const ribbon = new Ribbon(today);
  ribbon.all = events;
  ribbon.events = events;
  ribbon.cases = cases?.map((id) => caseRow(id, id)) ?? null;
  ribbon.width = 1000;
  return ribbon;
}

const span = ({ extent }: Ribbon) => extent.to - extent.from;

test("a count zooms to its period, as often as that tells its events apart, and then no more", () => {
  const ribbon = ribbonOf(manyEvents(3000));
  for (let opened = 0; opened < 20; opened++) {
    const [bubble] = ribbon.lanes[0]?.bubbles ?? [];
    const before = span(ribbon);
    if (!bubble || !ribbon.open(bubble)) break;
    expect(span(ribbon)).toBeLessThan(before);
    expect(opened).toBeLessThan(19);
  }
});

test("a count of one day does not zoom", () => {
  const rows = Array.from({ length: 9 }, (_, i) => slim(event(`e${i}`, { date: day("2021-06-24", "") })));
  const ribbon = ribbonOf(rows);
  const [bubble] = ribbon.lanes[0]?.bubbles ?? [];
  expect(bubble?.count).toBe(9);
  expect(bubble && ribbon.open(bubble)).toBe(false);
  expect(ribbon.zoomedIn).toBe(false);
});

test("an event is found behind the count of its own lane", () => {
  const events = manyEvents(4000, ["a", "b"]);
  const ribbon = ribbonOf(events, ["a", "b"]);
  for (const row of events.filter((_, i) => i % 397 === 0)) {
    const bubble = ribbon.bubbleOf(row);
    const inTray = ribbon.undated.includes(row);
    expect([bubble?.events().includes(row) ?? false, ribbon.hasMark(row), inTray].some(Boolean)).toBe(true);
    expect(bubble !== null && ribbon.hasMark(row)).toBe(false);
  }
});

test("each event has its place among all, drawn or not", () => {
  const events = manyEvents(500);
  const ribbon = ribbonOf(events);
  expect(events.map((row) => ribbon.place(row))).toEqual(events.map((_, i) => i + 1));
});

test("undated events lie in the tray and in no lane", () => {
  const rows = [slim(event("a", { date: UNDATED })), slim(event("b", { date: day("2021-06-24", "") }))];
  const ribbon = ribbonOf(rows);
  expect(ribbon.undated.map((row) => row.event)).toEqual(["a"]);
  expect(ribbon.lanes.flatMap((lane) => lane.marks.map((mark) => mark.event.event))).toEqual(["b"]);
});

test("lanes lie below each other", () => {
  const ribbon = ribbonOf(manyEvents(60, ["a", "b", "c"]), ["a", "b", "c"]);
  const ends = ribbon.tops.map((top, i) => top + (ribbon.heights[i] ?? 0));
  expect(ribbon.tops.slice(1)).toEqual(ends.slice(0, -1));
  expect(ends.at(-1)).toBe(ribbon.height);
});

test("the steps of a wheel are done once for each frame, all of them", async () => {
  const act = vi.fn();
  const steps = new PerFrame<number>((held, next) => held + next, act);
  for (const step of [1, 2, 3]) steps.add(step);
  expect(act).not.toHaveBeenCalled();
  await new Promise(requestAnimationFrame);
  expect(act.mock.calls).toEqual([[6]]);
});
