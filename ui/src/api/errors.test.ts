import { expect, expectTypeOf, test } from "vitest";
import { asWireError, remedyOf, titleOf, WORDING } from "./errors";
import type { ErrorCode, WireError } from "./generated/wire";

const error: WireError = {
  code: "bad_query",
  message: "A bracket is not closed.",
  hint: "",
  column: 3,
  plain: "a b",
};

test("every error code has words and an action", () => {
  expectTypeOf<keyof typeof WORDING>().toEqualTypeOf<ErrorCode>();
  for (const wording of Object.values(WORDING)) expect(wording.title).toMatch(/^[A-Z].*[^.]$/);
});

test("no two codes are worded alike", () => {
  const titles = Object.values(WORDING).map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
});

test("a bad query offers its plain reading", () => {
  expect(titleOf(error)).toBe("The query cannot be read");
  expect(remedyOf(error)).toBe("plain_reading");
});

test("what the back end rejects with is passed on as it is", () => {
  expect(asWireError(error)).toBe(error);
});

test.each([
  [new Error("the pipe broke"), "the pipe broke"],
  ["no such command", "no such command"],
  [{ code: "unheard_of", message: "x" }, "[object Object]"],
  [null, "null"],
])("a rejection that is no wire error becomes an internal one: %s", (reason, message) => {
  expect(asWireError(reason)).toMatchObject({ code: "internal", message });
});
