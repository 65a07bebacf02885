import { expect, test } from "vitest";
import { isCommand, isReport } from "./messages";

const layout = { percent: 100, fit: "width", rotation: "0", spread: false };

test("a message of the frame is taken where it has exactly the shape of one", () => {
  for (const message of [
    { type: "ready" },
    { type: "selected", seen: null },
    { type: "placed", page: 3, found: ["a"], missing: [] },
    { type: "view", page: 1, panel: null, layout },
    { type: "key", key: "c", ctrl: false, shift: false, alt: false, meta: false },
  ])
    expect(isReport(message), JSON.stringify(message)).toBe(true);
});

test("anything else from the frame is no message", () => {
  for (const message of [
    null,
    "ready",
    { type: "rpc", request: {} },
    { type: "ready", more: 1 },
    { type: "selected" },
    { type: "selected", seen: { page: 1, words: "a", before: "", after: "", box: {} } },
    { type: "view", page: -1, panel: null, layout },
    { type: "view", page: 1.5, panel: null, layout },
    { type: "view", page: 1, panel: null, layout: { ...layout, rotation: "45" } },
    { type: "failed", why: "<script>" },
    { type: "placed", page: 1, found: [1], missing: [] },
    { type: "mark", id: "x".repeat(200_000) },
    { type: "found", words: "", at: 0, total: Number.NaN, searched: 0, done: true },
  ])
    expect(isReport(message), JSON.stringify(message)?.slice(0, 80)).toBe(false);
});

test("the frame takes the window's commands and nothing that only looks like one", () => {
  const open = { type: "open", document: "d", kind: "pdf", size: 10, page: 1, layout };
  expect(isCommand(open)).toBe(true);
  expect(isCommand({ ...open, kind: "html" })).toBe(false);
  expect(isCommand({ type: "go", page: "1" })).toBe(false);
  expect(isCommand({ type: "act", act: "constructor" })).toBe(false);
});
