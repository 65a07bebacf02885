import { expect, test } from "vitest";
import type { EventFilter } from "../../../api/generated/wire";
import { slim } from "../../../testing/build";
import { EVENTS } from "../../../testing/sample";
import { READY_VIEWS } from "../../../testing/timeline";
import { countOf, holds, isEmpty, isSame, normal, partsOf, toggled, toggledView } from "./filter";

const name = (_: string, value: string) => value.toUpperCase();

test("what filters nothing is no part of a filter", () => {
  expect(normal({ text: "", kinds: [], starred: false, to: "2021" })).toEqual({ to: "2021" });
  const answered = { case: null, text: "", from: "", known_on: null } as unknown as EventFilter;
  expect(isEmpty(answered)).toBe(true);
  expect(isEmpty({ text: "", kinds: [], in_conflict: false })).toBe(true);
});

test("two filters that do the same are the same, whatever the order", () => {
  expect(isSame({ kinds: ["b", "a"], text: "x" }, { text: "x", kinds: ["a", "b"], tags: [] })).toBe(true);
  expect(isSame({ kinds: ["a"] }, { kinds: ["b"] })).toBe(false);
});

test("a value is taken in and out", () => {
  const one = toggled({}, "tags", "court");
  expect(one).toEqual({ tags: ["court"] });
  expect(toggled(one, "tags", "court")).toEqual({});
});

const PARTS: [EventFilter, string[]][] = [
  [{ text: "words stand in their field" }, []],
  [{ kinds: ["ban", "fine"] }, ["Kind: BAN", "Kind: FINE"]],
  [{ case: "dutch", from: "2020", to: "May 2021" }, ["Case: DUTCH", "From: 2020", "To: May 2021"]],
  [{ support: ["nothing", "one_origin"], starred: true }, ["Rests on: nothing, one origin", "With a star"]],
];

test.each(PARTS)("the parts of %j in words", (filter, words) => {
  expect(partsOf(filter, name).map((part) => part.words)).toEqual(words);
});

test("without all of its parts a filter is its words alone", () => {
  const filter: EventFilter = { text: "x", kinds: ["ban"], next: true, parties: ["p"] };
  const [first] = partsOf(filter, name);
  expect(first?.without).toEqual({ text: "x", next: true, parties: ["p"] });
  const left = partsOf(filter, name).reduce<EventFilter>(
    (rest, { key }) => partsOf(rest, name).find((part) => part.key === key)?.without ?? rest,
    filter,
  );
  expect(left).toEqual({ text: "x" });
});

test("a ready view is switched on beside what is set, and off again", () => {
  const [unsupported] = READY_VIEWS;
  const view = unsupported?.filter ?? {};
  const on = toggledView({ kinds: ["ban"] }, view);
  expect(holds(on, view)).toBe(true);
  expect(holds({ kinds: ["ban"] }, view)).toBe(false);
  expect(toggledView(on, view)).toEqual({ kinds: ["ban"] });
});

test.each([
  ["Unsupported", 9],
  ["In conflict", 2],
  ["Next", 1],
])("%s tells how many events it would leave", (view, events) => {
  const filter = READY_VIEWS.find((each) => each.name === view)?.filter ?? {};
  expect(countOf(filter, EVENTS.map(slim))).toBe(events);
  expect(countOf({ ...filter, text: "x" }, EVENTS.map(slim))).toBeNull();
});
