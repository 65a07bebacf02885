import { expect, test } from "vitest";
import { Stale } from "./stale";

test("at first everything is to be asked for, and nothing once it was answered", () => {
  const stale = new Stale();
  expect(stale.events).toBeNull();
  stale.settle(stale.mark);
  expect(stale.isEmpty).toBe(true);
  stale.note([]);
  expect(stale.isEmpty).toBe(true);
});

test("what is told after the question stays to be asked for after its answer", () => {
  const stale = new Stale();
  stale.settle(stale.mark);
  stale.note(["a", "b"]);
  const mark = stale.mark;
  stale.note(["b", "c"]);
  expect(stale.events).toEqual(["a", "b", "c"]);
  stale.settle(mark);
  expect(stale.events).toEqual(["b", "c"]);
  stale.settle(mark);
  expect(stale.events).toEqual(["b", "c"]);
});

test("where all changed at once, it is all that is asked for", () => {
  const stale = new Stale();
  stale.settle(stale.mark);
  stale.note(["a"]);
  stale.note(null);
  expect(stale.events).toBeNull();
});
