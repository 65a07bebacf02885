import { expect, test } from "vitest";
import { day, UNDATED, within } from "../../../testing/build";
import { DAY, extentOf, panned, showing, startOf, ticks, zoomed, type Extent } from "./scale";

const today = Date.UTC(2026, 10, 21);
const whole: Extent = { from: Date.UTC(2018, 0, 1), to: Date.UTC(2022, 0, 1) };

test("the extent holds every date with a margin, open ends by their known one", () => {
  const dates = [day("2018-05-25", ""), within("../2021-06-30", null, "2021-06-30", ""), UNDATED];
  const { from, to } = extentOf(dates, today);
  expect(from).toBeLessThan(Date.UTC(2018, 4, 25));
  expect(to).toBeGreaterThan(Date.UTC(2021, 6, 1));
  expect(to).toBeLessThan(Date.UTC(2022, 0, 1));
});

test("today is taken in where it is near", () => {
  expect(extentOf([day("2018-05-25", ""), day("2026-01-01", "")], today).to).toBeGreaterThan(today);
});

test("a single day has time around it", () => {
  const { from, to } = extentOf([day("2021-06-24", "")], today);
  expect(to - from).toBeGreaterThan(59 * DAY);
});

test("without any date the extent is the year around today", () => {
  const { from, to } = extentOf([UNDATED], today);
  expect(from).toBeLessThan(today);
  expect(to).toBeGreaterThan(today);
});

test("zooming keeps the moment under the pointer where it is", () => {
  const around = Date.UTC(2019, 0, 1);
  const share = (extent: Extent) => (around - extent.from) / (extent.to - extent.from);
  const near = zoomed(whole, 2, around, whole);
  expect(near.to - near.from).toBe((whole.to - whole.from) / 2);
  expect(share(near)).toBeCloseTo(share(whole), 10);
});

test("zooming ends at ten days and at four times the whole", () => {
  const around = Date.UTC(2020, 0, 1);
  const nearest = zoomed(whole, 1e9, around, whole);
  const farthest = zoomed(whole, 1e-9, around, whole);
  expect(nearest.to - nearest.from).toBe(10 * DAY);
  expect(farthest.to - farthest.from).toBe((whole.to - whole.from) * 4);
});

test("panning never loses the whole from sight", () => {
  const far = panned(whole, 100, whole);
  const back = panned(whole, -100, whole);
  expect(far.from).toBeLessThan(whole.to);
  expect(back.to).toBeGreaterThan(whole.from);
});

test("an event out of sight is moved to the middle; one in sight moves nothing", () => {
  const part = zoomed(whole, 8, Date.UTC(2018, 6, 1), whole);
  const at = Date.UTC(2021, 0, 1);
  const moved = showing(part, at);
  expect((moved.from + moved.to) / 2).toBe(at);
  expect(showing(moved, at)).toBe(moved);
});

test.each(["1970-01-01", "2000-02-29", "1900-03-01", "0044-03-15", "1999-12-31", "2024-01-31", "2023-10-01"])(
  "%s begins where the calendar says",
  (iso) => expect(startOf(iso)).toBe(Date.parse(`${iso}T00:00:00Z`)),
);

test.each(["", "soon", "2021-xx-01", null])("what is no day begins nowhere: %j", (text) => {
  expect(startOf(text)).toBeNull();
});

test("the axis has years as major lines, in order, with room for labels", () => {
  const lines = ticks(whole, 800, 50);
  expect(lines.filter((line) => line.major).map((line) => line.label)).toContain("2020");
  const gaps = lines.slice(1).map((line, i) => line.x - (lines[i]?.x ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThan(30);
});
