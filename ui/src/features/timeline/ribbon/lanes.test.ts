import { expect, test } from "vitest";
import { day, event, UNDATED, within } from "../../../testing/build";
import { fill, type Room } from "./lanes";
import { DAY } from "./scale";
import { edges } from "./shapes";

const room: Room = {
  extent: { from: Date.UTC(2020, 0, 1), to: Date.UTC(2021, 0, 1) },
  width: 732,
  rows: 4,
  character: 6,
};

function onDays(...days: number[]) {
  return days.map((number, i) => {
    const iso = new Date(Date.UTC(2020, 0, number)).toISOString().slice(0, 10);
    return event(`e${i}`, { date: day(iso, iso), title: `Something that happened ${i}` });
  });
}

test("events of the same time lie in different rows", () => {
  const lane = fill("k", "Name", onDays(100, 100, 101), room);
  expect(lane.marks.map(({ row }) => row)).toEqual([0, 1, 2]);
  expect(lane.rows).toBe(3);
});

test("events far apart share a row", () => {
  const lane = fill("k", "Name", onDays(10, 150, 300), { ...room, character: 0 });
  expect(lane.rows).toBe(1);
});

test("no label of a row runs into the next mark or label", () => {
  const lane = fill("k", "Name", onDays(10, 30, 60, 90, 120, 200, 340, 350), room);
  const spans = lane.marks.map(({ mark, row, label }) => {
    const [start, end] = edges(mark);
    if (!label) return { row, start, end };
    const length = label.text.length * room.character;
    return label.anchor === "start"
      ? { row, start, end: label.x + length }
      : { row, start: label.x - length, end };
  });
  const clashes = spans.flatMap((a, i) =>
    spans.slice(i + 1).filter((b) => a.row === b.row && a.start < b.end && b.start < a.end),
  );
  expect(clashes).toEqual([]);
});

test("a label without room at the right stands at the left", () => {
  const [placed] = fill("k", "Name", onDays(360), room).marks;
  expect(placed?.label?.anchor).toBe("end");
});

test("an undated event is in no lane", () => {
  expect(fill("k", "Name", [event("u", { date: UNDATED })], room).marks).toEqual([]);
});

test("a crowd becomes bubbles that count every event once", () => {
  const days = Array.from({ length: 1000 }, (_, i) => (i % 300) + 1);
  const lane = fill("k", "Name", onDays(...days), room);
  expect(lane.marks).toEqual([]);
  expect(lane.bubbles.reduce((sum, bubble) => sum + bubble.events, 0)).toBe(1000);
  expect(lane.bubbles.every((bubble) => bubble.to - bubble.from >= DAY)).toBe(true);
});

test("an uncertain date keeps its fading bar in a lane", () => {
  const [placed] = fill(
    "k",
    "Name",
    [event("w", { date: within("2020-10", "2020-10-01", "2020-10-31", "") })],
    room,
  ).marks;
  expect(placed?.mark).toMatchObject({ shape: "bar", fadeStart: true, fadeEnd: true });
});
