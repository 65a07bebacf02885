import { tick } from "svelte";
import { beforeEach, expect, test } from "vitest";
import type { EventFilter, EventRow } from "../../api/generated/wire";
import { day, event } from "../../testing/build";
import { FakeHost } from "../../testing/fakeHost";
import { later } from "../../testing/later";
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

function change(id: string, of: Partial<EventRow>) {
  host.events = host.events.map((row) => (row.event === id ? { ...row, ...of } : row));
}

function told(events: string[] | null) {
  timeline.note(events);
  return timeline.refresh();
}

test("all events are shown, in the back end's order", () => {
  expect(titles()).toEqual(EVENTS.map((row) => row.event));
});

const FILTERS: [EventFilter, string[]][] = [
  [{ text: "warby" }, ["girl"]],
  [{ text: "FEBRUARY 2021" }, ["settlement"]],
  [{ statuses: ["scheduled"] }, ["hearing"]],
  [{ support: ["nothing", "allegation"] }, ["commission", "korea"]],
  [{ kinds: ["ban"], starred: true }, ["ban-1"]],
  [{ text: "nothing like it" }, []],
];

test.each(FILTERS)("the back end says what passes the filter: %j", async (filter, expected) => {
  await timeline.setFilter(filter);
  expect(titles()).toEqual(expected);
});

test("the answer to an older filter that comes late is dropped", async () => {
  const slow = later<string[]>();
  const answers = [slow.promise, Promise.resolve(["girl"])];
  new FakeHost({ timeline_match: () => answers.shift() ?? [] });
  const first = timeline.setFilter({ text: "w" });
  await timeline.setFilter({ text: "warby" });
  slow.resolve(["korea", "girl"]);
  await first;
  expect(titles()).toEqual(["girl"]);
});

test("a filter is of the case and the day that are shown", async () => {
  await timeline.show("dutch");
  await timeline.setKnownOn("2021-06-24");
  await timeline.setFilter({ text: "demand" });
  expect(host.calls.at(-1)?.args).toEqual({ text: "demand", case: "dutch", known_on: "2021-06-24" });
});

test("the first event is selected where none was chosen, and where the filter hides the chosen one", async () => {
  expect(timeline.index).toBe(0);
  timeline.select("settlement");
  await timeline.setFilter({ text: "warby" });
  expect(timeline.selected?.event).toBe("girl");
  await timeline.setFilter({});
  expect(timeline.selected?.event).toBe("settlement");
  await timeline.setFilter({ text: "nothing like it" });
  expect(timeline.selected).toBeNull();
});

test("each case remembers what was selected in it, and its filter", async () => {
  timeline.select("girl");
  await timeline.show("dutch");
  expect(timeline.index).toBe(0);
  timeline.select("demand");
  await timeline.setFilter({ kinds: ["claim"] });
  await timeline.show(null);
  expect(timeline.selected?.event).toBe("girl");
  expect(timeline.filtered).toBe(false);
  await timeline.show("dutch");
  expect(timeline.selected?.event).toBe("demand");
  expect(titles()).toEqual(["demand"]);
});

test("to come back to the same case asks for nothing", async () => {
  const before = host.calls.length;
  await timeline.show(null);
  expect(host.calls.length).toBe(before);
});

test("after an edit only the row that it changed is asked for, and nothing moves", async () => {
  timeline.select("girl");
  change("korea", { title: "Korea fines the company", starred: true });
  const before = host.calls.length;
  await told(["korea"]);
  const asked = host.calls.slice(before).filter(({ command }) => command.startsWith("timeline"));
  expect(asked).toEqual([{ command: "timeline", args: { filter: {}, only: ["korea"] } }]);
  expect(timeline.rows.byId.get("korea")).toMatchObject({ title: "Korea fines the company", starred: true });
  expect(titles()).toEqual(EVENTS.map((row) => row.event));
  expect(timeline.selected?.event).toBe("girl");
});

test("a row that came stands where the back end's order puts it", async () => {
  host.events = [event("first", { date: day("2017-01-01", "1 January 2017") }), ...EVENTS];
  await told(["first"]);
  expect(titles()).toEqual(["first", ...EVENTS.map((row) => row.event)]);
});

test("a row whose date is another moves; one that is gone leaves without asking for the order", async () => {
  const [korea] = EVENTS.filter((row) => row.event === "korea");
  host.events = [
    { ...(korea as EventRow), date: day("2016-01-01", "1 January 2016") },
    ...EVENTS.filter((row) => row.event !== "korea"),
  ];
  await told(["korea"]);
  expect(titles()[0]).toBe("korea");
  host.events = host.events.slice(1);
  const before = host.count("timeline_match");
  await told(["korea"]);
  expect(titles()).toEqual(EVENTS.map((row) => row.event).filter((id) => id !== "korea"));
  expect(host.count("timeline_match")).toBe(before);
});

test("a row that shows no change was moved among those of its date: the order is asked for", async () => {
  host.events = EVENTS.toReversed();
  await told(["korea"]);
  expect(titles()).toEqual(EVENTS.map((row) => row.event).reverse());
});

test("what is told while an answer is under way is asked for after it", async () => {
  change("korea", { title: "Once" });
  const first = told(["korea"]);
  change("girl", { title: "Twice" });
  await told(["girl"]);
  await first;
  expect(timeline.rows.byId.get("korea")?.title).toBe("Once");
  expect(timeline.rows.byId.get("girl")?.title).toBe("Twice");
});

test("where too much changed to be named, all rows are asked for", async () => {
  host.events = EVENTS.slice(3);
  await told(null);
  expect(titles()).toEqual(EVENTS.slice(3).map((row) => row.event));
});

test("the selected event is there in full, and again after each change", async () => {
  timeline.select("demand");
  await tick();
  await expect.poll(() => timeline.detail.value?.event).toBe("demand");
  expect(timeline.detail.value?.accounts.length).toBe(2);
  change("demand", { accounts: [] });
  await told([]);
  await expect.poll(() => timeline.detail.value?.accounts.length).toBe(0);
});

test("as known on a day, the event too has only the accounts of that day", async () => {
  await timeline.setKnownOn("2021-06-24");
  expect(titles()).toEqual(["demand"]);
  expect(timeline.known?.day).toBe("2021-06-24");
  await expect.poll(() => timeline.detail.value?.accounts.length).toBe(1);
  await timeline.setKnownOn(null);
  expect(titles().length).toBe(EVENTS.length);
});

test("Shift selects a range, Ctrl takes one in or out, a plain step ends it", () => {
  timeline.selectAt(2);
  timeline.extendTo(4);
  expect([...timeline.chosen]).toEqual(titles().slice(2, 5));
  timeline.extendTo(1);
  expect([...timeline.chosen]).toEqual(titles().slice(1, 3));
  timeline.walkTo(6);
  timeline.toggleAt(6);
  expect(timeline.together.map((row) => row.event)).toEqual([1, 2, 6].map((i) => titles()[i]));
  timeline.toggleAt(2);
  expect(timeline.together.map((row) => row.event)).toEqual([1, 6].map((i) => titles()[i]));
  timeline.selectAt(3);
  expect(timeline.chosen.size).toBe(0);
});

test("a view is filter and day together", async () => {
  await timeline.apply({ kinds: ["claim"], known_on: "2021-06-24" });
  expect(timeline.whole).toEqual({ kinds: ["claim"], known_on: "2021-06-24" });
  expect(titles()).toEqual(["demand"]);
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
