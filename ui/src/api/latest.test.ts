import { expect, test } from "vitest";
import { later } from "../testing/later";
import { Latest } from "./latest.svelte";

test("an answer that comes after a newer question's is dropped", async () => {
  const latest = new Latest<string>();
  const [slow, fast] = [later<string>(), later<string>()];
  const first = latest.ask(() => slow.promise);
  const second = latest.ask(() => fast.promise);
  fast.resolve("new");
  await second;
  slow.resolve("old");
  await first;
  expect(latest.value).toBe("new");
  expect(latest.loading).toBe(false);
});

test("the older answer stays while a newer question is under way", async () => {
  const latest = new Latest<string>();
  await latest.ask(async () => "old");
  const next = later<string>();
  const asked = latest.ask(() => next.promise);
  expect(latest.value).toBe("old");
  expect(latest.loading).toBe(true);
  next.resolve("new");
  await asked;
  expect(latest.value).toBe("new");
});

test("a refusal keeps the answer and says why; the next answer clears it", async () => {
  const latest = new Latest<string>();
  await latest.ask(async () => "kept");
  await latest.ask(() => Promise.reject(new Error("no")));
  expect(latest.value).toBe("kept");
  expect(latest.error?.message).toBe("no");
  await latest.ask(async () => "next");
  expect(latest.error).toBeNull();
});

test("a question under way when all is forgotten changes nothing", async () => {
  const latest = new Latest<string>();
  const slow = later<string>();
  const asked = latest.ask(() => slow.promise);
  latest.clear();
  slow.resolve("late");
  await asked;
  expect(latest.value).toBeNull();
});
