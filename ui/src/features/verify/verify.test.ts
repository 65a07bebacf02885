import { screen, waitFor, within } from "@testing-library/svelte";
import { tick } from "svelte";
import { beforeEach, expect, test } from "vitest";
import type { Finding, VerifyProgress } from "../../api/generated/wire";
import { openWindow, press, violations } from "../../testing/act";
import { libraryInfo } from "../../testing/build";
import { HEAD, verifyProgress, verifyReport } from "../../testing/custody";
import { FakeHost, wireError, type Handlers } from "../../testing/fakeHost";
import { recall } from "./last";
import { dayWords, resultOf } from "./words";

beforeEach(() => localStorage.clear());

async function open(handlers: Handlers = {}) {
  const host = new FakeHost(handlers);
  await openWindow();
  await press("V", { ctrlKey: true, shiftKey: true });
  await screen.findByTestId("verify-sheet");
  return host;
}

function tell(host: FakeHost, progress: Partial<VerifyProgress>) {
  host.send({ kind: "verify", body: verifyProgress(progress) });
  return tick();
}

const words = (testId: string) => screen.getByTestId(testId).textContent.replace(/\s+/g, " ").trim();
const problem: Finding = {
  ...{ part: "original", item: "9f3c4b1d" },
  message: "The bytes of “Order” are not what was imported. Put the file back from a copy.",
  note: false,
};
const note: Finding = { part: "original", item: "ab12", message: "No document has this file.", note: true };

test.each([
  [{}, "Everything holds: 120 originals (3.2 GB), 431 quotes and 2,310 lines of the ledger in 1 min."],
  [{ ok: false, problems: [problem] }, "One problem in 120 originals"],
  [{ ok: false, problems: [problem, problem] }, "2 problems in 120 originals"],
  [{ ok: false, cancelled: true }, "Cancelled after 120 originals (3.2 GB)"],
  [{ problems: [note] }, "in 1 min. 1 thing to know."],
  [{ ok: false, problems: [note, problem] }, "in 1 min. 1 thing to know."],
  [{ ok: false }, "It does not hold against the head"],
])("a result is one sentence: %o", (of, sentence) => {
  expect(resultOf(verifyReport(of))).toContain(sentence);
});

test.each([
  ["2021-07-10T00:01:00", "today"],
  ["2021-07-09T23:59:00", "yesterday"],
  ["2021-07-05T12:00:00", "5 days ago"],
])("days are said as people say them: %s", (at, said) => {
  expect(dayWords(Date.parse(at), Date.parse("2021-07-10T12:00:00"))).toBe(said);
});

test("axe finds nothing before, during and after a verification", async () => {
  const host = await open();
  expect(await violations()).toEqual([]);
  screen.getByTestId("verify-start").click();
  await tell(host, { done: 5, total: 10, found: [problem] });
  expect(await violations()).toEqual([]);
  await tell(host, { part: "database", report: verifyReport({ ok: false, problems: [problem] }) });
  await screen.findByTestId("verify-result");
  expect(await violations()).toEqual([]);
});

test("progress is told by part, with bytes, rate and time left", async () => {
  const host = await open();
  await press("Enter", { ctrlKey: true });
  expect(host.calls.at(-1)).toEqual({ command: "verify_start", args: {} });
  await tell(host, { done: 0, total: 1_000_000_000 });
  host.time += 2000;
  await tell(host, { done: 500_000_000, total: 1_000_000_000 });
  const progress = words("verify-progress");
  expect(progress).toContain("Originals: running 500 MB of 1 GB");
  expect(progress).toContain("250 MB a second, about 2 s left");
  expect(progress).toContain("Ledger: waiting");
  await tell(host, { part: "ledger", done: 12, total: 40 });
  expect(words("verify-progress")).toMatch(/Originals: done.*Quotes: done.*Ledger: running 12 of 40/);
});

test("it goes on while the sheet is closed; the foot of the window shows it and opens it again", async () => {
  const host = await open();
  screen.getByTestId("verify-start").click();
  await tell(host, { done: 43, total: 100 });
  screen.getByRole("button", { name: /Close, it goes on/ }).click();
  await waitFor(() => expect(words("verify-state")).toContain("Verifying: originals, 43 %"));
  await tell(host, { part: "database", report: verifyReport() });
  expect(words("verify-state")).toContain("Verified: everything holds");
  expect(words("status")).toContain("Everything holds: 120 originals");
  screen.getByTestId("verify-state").click();
  expect(words((await screen.findByTestId("verify-result")).dataset["testid"] ?? "")).toContain(
    "Everything holds",
  );
  await press("Escape");
  expect(recall("/home/sample/library")).toEqual({ at: "2026-11-20T10:00:00Z", ok: true });
});

test("problems are listed with words and remedy, and the report is written", async () => {
  const host = await open();
  screen.getByTestId("verify-start").click();
  await tell(host, { part: "quote", report: verifyReport({ ok: false, problems: [note, problem] }) });
  const [listed, known] = await screen.findAllByTestId("problem");
  expect(listed?.textContent).toContain("Put the file back from a copy.");
  expect(known?.textContent).toContain("No document has this file.");
  expect(screen.getByText("To know: 1")).toBeTruthy();
  screen.getByTestId("verify-save").click();
  const path = "/exports/Verification 2026-11-20.html";
  await waitFor(() => expect(host.calls.at(-1)).toEqual({ command: "verify_write", args: { path } }));
  expect(await screen.findByText(`The report is in ${path}.`)).toBeTruthy();
});

test("it can be cancelled, and a cancelled one says nothing of the whole", async () => {
  const host = await open();
  screen.getByTestId("verify-start").click();
  await screen.findByTestId("verify-cancel");
  screen.getByTestId("verify-cancel").click();
  await waitFor(() => expect(host.count("verify_cancel")).toBe(1));
  await tell(host, { report: verifyReport({ ok: false, cancelled: true, originals: 3 }) });
  expect(words((await screen.findByTestId("verify-result")).dataset["testid"] ?? "")).toContain(
    "Cancelled after 3",
  );
  expect(recall("/home/sample/library")).toBeNull();
});

test("one that is refused, or fails as a whole, says why", async () => {
  const host = await open({
    verify_start: () => {
      throw wireError("busy", "An import is running.");
    },
  });
  screen.getByTestId("verify-start").click();
  expect((await screen.findByRole("alert")).textContent).toContain("An import is running.");
  await tell(host, { error: "The disk was taken away." });
  expect(words("verify-result")).toContain("The disk was taken away.");
});

test("the head is written out, and one that was written out is checked and taken along", async () => {
  const host = await open();
  expect(words("hash")).toBe(HEAD.hash);
  screen.getByTestId("head-write").click();
  await waitFor(() =>
    expect(host.calls.findLast((call) => call.command === "head_write")?.args).toEqual({
      path: "/exports/TikTok, five matters, head of the ledger 2021-07-10.txt",
    }),
  );
  screen.getByTestId("head-check").click();
  expect((await screen.findByTestId("head-result")).textContent).toContain(
    "The ledger still holds this line",
  );
  screen.getByTestId("verify-start").click();
  await waitFor(() =>
    expect(host.calls.findLast((call) => call.command === "verify_start")?.args).toEqual({
      head: "/samples/a.pdf",
    }),
  );
  const against = { ok: false, head: HEAD, words: "Line 4 is not the one that was written out." };
  await tell(host, { report: verifyReport({ ok: false, against }) });
  expect((await screen.findByTestId("head-result")).textContent).toContain("Line 4 is not the one");
});

test("the foot of the left pane says when it was verified", async () => {
  localStorage.setItem(
    "proofline.verified",
    JSON.stringify({ "/home/sample/library": { at: "2021-07-09T00:00:00Z", ok: true } }),
  );
  const host = new FakeHost();
  host.info = libraryInfo();
  await openWindow();
  expect(words("verify-open")).toContain("Verified yesterday");
});

test("the ledger lists its newest lines, and more on demand", async () => {
  const host = new FakeHost();
  await openWindow();
  await press("L", { ctrlKey: true, shiftKey: true });
  const rows = await screen.findAllByTestId("ledger-row");
  expect(rows[0]?.textContent).toMatch(/4\s*edit document.*the head/s);
  expect(within(rows[3] as HTMLElement).getByText("11111111")).toBeTruthy();
  expect(screen.queryByTestId("ledger-more")).toBeNull();
  expect(host.calls.findLast((call) => call.command === "ledger")?.args).toEqual({ limit: 200 });
  expect(await violations()).toEqual([]);
});
