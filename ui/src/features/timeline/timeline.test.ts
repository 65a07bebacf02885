import { beforeEach, expect, test } from "vitest";
import { FakeHost } from "../../testing/fakeHost";
import { CASES, EVENTS } from "../../testing/sample";
import { dateNote, eventName, summary } from "./dateWords";
import { Timeline } from "./timeline.svelte";

let host: FakeHost;
let timeline: Timeline;

beforeEach(async () => {
  host = new FakeHost();
  timeline = new Timeline();
  await timeline.show(null);
});

function titles() {
  return timeline.shown.map((row) => row.event);
}

test("all events are shown, in the back end's order", () => {
  expect(titles()).toEqual(EVENTS.map((row) => row.event));
});

test("the chips count what they would leave", () => {
  const { conflicts, unsupported } = timeline;
  timeline.onlyConflict = true;
  expect(timeline.shown.length).toBe(conflicts);
  timeline.onlyConflict = false;
  timeline.onlyUnsupported = true;
  expect(timeline.shown.length).toBe(unsupported);
  expect(titles()).toEqual(["commission", "korea"]);
});

test.each([
  ["warby", ["girl"]],
  ["FEBRUARY 2021", ["settlement"]],
  ["scheduled", ["hearing"]],
  ["nothing like it", []],
])("the filter looks at dates, titles, people and status: %s", (filter, expected) => {
  timeline.filter = filter;
  expect(titles()).toEqual(expected);
});

test("the first event is selected where none was chosen, and where the filter hides the chosen one", () => {
  expect(timeline.index).toBe(0);
  timeline.select("settlement");
  timeline.filter = "warby";
  expect(timeline.selected?.event).toBe("girl");
  timeline.filter = "";
  expect(timeline.selected?.event).toBe("settlement");
  timeline.filter = "nothing like it";
  expect(timeline.selected).toBeNull();
});

test("each case remembers what was selected in it", async () => {
  timeline.select("girl");
  await timeline.show("dutch");
  expect(timeline.index).toBe(0);
  timeline.select("demand");
  await timeline.show(null);
  expect(timeline.selected?.event).toBe("girl");
  await timeline.show("dutch");
  expect(timeline.selected?.event).toBe("demand");
});

test("a refresh keeps the selection", async () => {
  timeline.select("demand");
  host.events = EVENTS.slice(3);
  await timeline.refresh();
  expect(timeline.index).toBe(EVENTS.length - 3 - 4);
  expect(timeline.selected?.event).toBe("demand");
});

test("an undated event is named so; its title is never alone", () => {
  const korea = EVENTS.find((row) => row.event === "korea");
  expect(korea && eventName(korea)).toBe("undated, Korea: fine for how children’s data was collected");
});

test.each([
  ["fine", "day not known"],
  ["panel", "from “Tuesday”"],
  ["settlement", "day not known"],
  ["girl", ""],
  ["korea", ""],
])("the note beside the date of %s is %j", (id, expected) => {
  const row = EVENTS.find((each) => each.event === id);
  expect(row && dateNote(row)).toBe(expected);
});

test("the header gives period, matters and number of events", () => {
  expect(summary(EVENTS, CASES)).toBe("May 2018 to June 2021, five matters, 12 events");
  expect(summary([], null)).toBe("0 events");
});
