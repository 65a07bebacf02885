import { expect, test } from "vitest";
import { day, event, slim, UNDATED, within } from "../../../testing/build";
import { fill, type Room } from "./lanes";
import { stretchOf } from "./stretch";
import { DAY } from "./scale";
import { edges } from "./shapes";

const room: Room = {
  extent: { from: Date.UTC(2020, 0, 1), to: Date.UTC(2021, 0, 1) },
  width: 732,
  rows: 4,
  character: 6,
};

function onDays(...days: number[]) {
  const rows = days.map((number, i) => {
    const iso = new Date(Date.UTC(2020, 0, number)).toISOString().slice(0, 10);
    return slim(event(`e${i}`, { date: day(iso, iso), title: `Something that happened ${i}` }));
  });
  return stretchOf(rows);
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
  expect(fill("k", "Name", stretchOf([slim(event("u", { date: UNDATED }))]), room).marks).toEqual([]);
});

test("a crowd becomes bubbles that count every event once", () => {
  const days = Array.from({ length: 1000 }, (_, i) => (i % 300) + 1);
  const lane = fill("k", "Name", onDays(...days), room);
  expect(lane.marks).toEqual([]);
  expect(lane.bubbles.reduce((sum, bubble) => sum + bubble.count, 0)).toBe(1000);
  expect(lane.bubbles.every((bubble) => bubble.to - bubble.from >= DAY)).toBe(true);
});

test("an uncertain date keeps its fading bar in a lane", () => {
  const [placed] = fill(
    "k",
    "Name",
    stretchOf([slim(event("w", { date: within("2020-10", "2020-10-01", "2020-10-31", "") }))]),
    room,
  ).marks;
  expect(placed?.mark).toMatchObject({ shape: "bar", fadeStart: true, fadeEnd: true });
});

test("where a few rows do not last, the column is counted and its neighbours keep their marks", () => {
  const lane = fill("k", "Name", onDays(20, 100, 100, 100, 100, 100, 100, 100, 300), room);
  expect(lane.bubbles.map(({ count }) => count)).toEqual([7]);
  expect(lane.marks.map(({ event }) => event.event)).toEqual(["e0", "e8"]);
});

test("every event in sight has a mark or is part of a count, at every scale", () => {
  const many = onDays(...Array.from({ length: 900 }, (_, i) => ((i * i) % 364) + 1));
  for (const days of [364, 120, 40, 10]) {
    const extent = { from: room.extent.from, to: room.extent.from + days * DAY };
    const lane = fill("k", "Name", many, { ...room, extent });
    const told = lane.bubbles.flatMap((bubble) => bubble.events());
    const drawn = [...told, ...lane.marks.map(({ event }) => event)].map(({ event }) => event);
    const seen = many.events.filter((_, i) => (many.from[i] ?? 0) < extent.to).map(({ event }) => event);
    expect(new Set(drawn).size).toBe(drawn.length);
    expect(seen.filter((id) => !drawn.includes(id))).toEqual([]);
  }
});

test("an imprecise event that is alone in a crowded lane is a bar or a count, never a dot", () => {
  const crowd = onDays(...Array.from({ length: 400 }, () => 100)).events;
  const date = within("2020-10", "2020-10-01", "2020-10-31", "October 2020");
  const lane = fill("k", "Name", stretchOf([...crowd, slim(event("w", { date }))]), room);
  const own = lane.marks.find((placed) => placed.event.event === "w");
  if (own) expect(own.mark.shape).toBe("bar");
  else expect(lane.bubbles.some((bubble) => bubble.events().some(({ event: id }) => id === "w"))).toBe(true);
});

test("no count stands for a single event where marks are laid out one by one", () => {
  const long = Array.from({ length: 6 }, (_, i) =>
    slim(event(`l${i}`, { date: within("2020", "2020-01-01", "2020-12-31", "2020") })),
  );
  const lane = fill("k", "Name", stretchOf([...long, ...onDays(30, 200, 300).events]), { ...room, rows: 3 });
  expect(lane.bubbles.filter(({ count }) => count < 2)).toEqual([]);
  const told = lane.marks.length + lane.bubbles.reduce((sum, { count }) => sum + count, 0);
  expect(told).toBe(9);
});
