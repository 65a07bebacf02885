import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import axe from "axe-core";
import { tick } from "svelte";
import { expect, test } from "vitest";
import type { Commands } from "../../api/generated/wire";
import type { Command, Report } from "../../reader/protocol/messages";
import { documentRow, event } from "../../testing/build";
import { FakeHost } from "../../testing/fakeHost";
import Window from "../frame/Window.svelte";

type Sent = Commands["account_add"]["args"];

const PAGE = { address: "about:blank", origin: "evidence://localhost" };
const LAYOUT = { percent: 100, fit: "width", rotation: "0", spread: false } as const;

function press(key: string, held: KeyboardEventInit = {}) {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...held }));
  return tick();
}

/** Opens the Dutch note where it is drawn, and stands in for its frame. */
async function draw(host = new FakeHost()) {
  host.reader = PAGE;
  document.documentElement.lang = "en";
  render(Window);
  await screen.findAllByTestId("event-row");
  await waitFor(() => expect(document.activeElement?.getAttribute("role")).toBe("grid"));
  for (let i = 0; i < 8; i++) await press("ArrowDown");
  await press("Enter");
  const element = await screen.findByTestId<HTMLIFrameElement>("reader");
  const frame = element.contentWindow;
  if (!frame) throw new Error("the frame has no window");
  const told: Command[] = [];
  frame.postMessage = ((command: Command) => void told.push(command)) as typeof frame.postMessage;
  const say = async (data: unknown, of: Partial<MessageEventInit> = {}) => {
    window.dispatchEvent(new MessageEvent("message", { data, source: frame, origin: PAGE.origin, ...of }));
    await tick();
  };
  const report = (data: Report) => say(data);
  return { host, element, told, say, report };
}

async function violations(): Promise<string[]> {
  // The frame itself is looked at in the real window: here it is empty.
  const { violations } = await axe.run({ include: [document], exclude: ["iframe"] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
}

const last = <T extends Command["type"]>(told: Command[], type: T) =>
  told.findLast((command): command is Extract<Command, { type: T }> => command.type === type);

test("the frame is of another origin, without the right to move the window, and hears of the document once it is ready", async () => {
  const { element, told, report } = await draw();
  expect(element.getAttribute("sandbox")).toBe("allow-scripts allow-same-origin");
  expect(told).toEqual([]);
  await report({ type: "ready" });
  expect(told[0]).toMatchObject({ type: "open", document: "note", kind: "pdf", page: 1 });
  expect(told.filter(({ type }) => type === "open")).toHaveLength(1);
  await waitFor(() => expect(last(told, "marks")?.quotes[0]?.kind).toBe("cited"));
  expect(last(told, "marks")?.opened).toBe(last(told, "marks")?.quotes[0]?.id);
});

test("a message from another window, another origin or of another shape is not heard", async () => {
  const { told, say } = await draw();
  await say({ type: "ready" }, { source: window });
  await say({ type: "ready" }, { origin: "https://example.org" });
  await say({ type: "ready", and: "more" });
  await say("ready");
  expect(told).toEqual([]);
});

test("a key pressed in the frame does what it does in the window", async () => {
  const { told, report } = await draw();
  await report({ type: "ready" });
  const key = { type: "key", ctrl: false, shift: false, alt: false, meta: false } as const;
  await report({ ...key, key: "+" });
  expect(last(told, "act")).toEqual({ type: "act", act: "zoom_in" });
  await report({ ...key, key: "f", ctrl: true });
  expect(await screen.findByTestId("find")).toBe(document.activeElement);
  await report({ ...key, key: "ArrowLeft", alt: true });
  await screen.findByTestId("view-timeline");
});

test("words selected in the frame are cited as they were seen, and axe finds nothing", async () => {
  const host = new FakeHost({ account_add: () => event("demand", { title: "Consumentenbond" }) });
  const { told, report } = await draw(host);
  await report({ type: "ready" });
  await report({ type: "opened", pages: 3, labels: null, outline: true, leftOut: 0 });
  await report({ type: "view", page: 1, panel: null, layout: LAYOUT });
  const box = { left: 40, right: 90, top: 100, bottom: 130 };
  const seen = { page: 1, words: "the of\ufb01cial de-\nmand", before: "It is\n", after: " for", box };
  await report({ type: "selected", seen });
  expect(screen.getByTestId("cite-bar")).toBeTruthy();
  expect(await violations()).toEqual([]);
  await press("c");
  await screen.findAllByTestId("event-choice");
  // The frame lets go of its selection while the sheet is open: the words are kept.
  await report({ type: "selected", seen: null });
  await press("Enter", { ctrlKey: true });
  await waitFor(() => expect(screen.queryByTestId("cite-sheet")).toBeNull());
  const sent = host.calls.find(({ command }) => command === "account_add")?.args as Sent;
  expect(sent.cite).toEqual({
    ...{ document: "note", page: 1, seen: true },
    ...{ quote: "the of\ufb01cial de- mand", prefix: "It is ", suffix: " for" },
  });
  expect(last(told, "clear")).toBeDefined();
});

test("the page that is read is told both ways, and neither side sends the other back", async () => {
  const { told, report } = await draw();
  await report({ type: "ready" });
  await report({ type: "opened", pages: 400, labels: null, outline: false, leftOut: 0 });
  await report({ type: "view", page: 1, panel: null, layout: LAYOUT });
  const number = () => screen.getByTestId<HTMLInputElement>("page-number");
  await report({ type: "view", page: 2, panel: null, layout: LAYOUT });
  await waitFor(() => expect(number().value).toBe("2"));
  expect(last(told, "go")).toBeUndefined();
  await fireEvent.change(number(), { target: { value: "350" } });
  await waitFor(() => expect(last(told, "go")).toEqual({ type: "go", page: 350 }));
  // What it said before it heard that is out of date.
  await report({ type: "view", page: 3, panel: null, layout: LAYOUT });
  expect(number().value).toBe("350");
  await report({ type: "view", page: 350, panel: null, layout: LAYOUT });
  await report({ type: "view", page: 351, panel: null, layout: LAYOUT });
  await waitFor(() => expect(number().value).toBe("351"));
});

test("quoted words that are not where the page is drawn are said to be in its text, which is shown by one click", async () => {
  const { told, report } = await draw();
  await report({ type: "ready" });
  await waitFor(() => expect(last(told, "marks")?.opened).toBeTruthy());
  const opened = last(told, "marks")?.opened ?? "";
  await report({ type: "placed", page: 1, found: [], missing: [opened] });
  expect(screen.getByTestId("reader-note").textContent).toContain("not found where it is drawn");
  screen.getByText("Show the text", { selector: "[data-testid=reader-note] button" }).click();
  expect((await screen.findByTestId("passage")).textContent).toContain("1.2 and 1.6 million");
  await press("v");
  await screen.findByTestId("reader");
});

test("finding goes by F3, and says how many places there are", async () => {
  const { told, report } = await draw();
  await report({ type: "ready" });
  await press("f", { ctrlKey: true });
  await fireEvent.input(await screen.findByTestId("find"), { target: { value: "claim" } });
  await waitFor(() => expect(last(told, "find")).toEqual({ type: "find", words: "claim" }));
  await report({ type: "found", words: "claim", at: 2, total: 7, searched: 9, done: false });
  expect(screen.getByTestId("find-count").textContent).toBe("2 of 7, 9 pages read so far");
  await press("F3", { shiftKey: true });
  expect(last(told, "step")).toEqual({ type: "step", by: "previous" });
  await press("Escape");
  expect(screen.queryByTestId("find")).toBeNull();
  expect(last(told, "find")).toEqual({ type: "find", words: "" });
});

test("the margin lists what is on the document; the arrows walk it, Enter goes to the event, Alt ← comes back", async () => {
  const { told, report } = await draw();
  await report({ type: "ready" });
  const marks = await screen.findAllByTestId("mark");
  const first = marks[0]?.querySelector<HTMLElement>("[data-mark]");
  await press("F6");
  await waitFor(() => expect(document.activeElement).toBe(first));
  await press("ArrowDown");
  const id = document.activeElement?.getAttribute("data-mark");
  if (marks.length > 1) await waitFor(() => expect(last(told, "marks")?.opened).toBe(id));
  await press("Enter");
  await screen.findByTestId("view-timeline");
  await press("ArrowLeft", { altKey: true });
  await screen.findByTestId("reader");
});

test("an encrypted document and a kind that cannot be drawn show no frame", async () => {
  const row = documentRow("note", "The note", {
    outcome: "encrypted",
    pages: 0,
    reason: "It asks for a password.",
  });
  const host = new FakeHost({ document_show: () => row });
  host.reader = PAGE;
  render(Window);
  await screen.findAllByTestId("event-row");
  await waitFor(() => expect(document.activeElement?.getAttribute("role")).toBe("grid"));
  for (let i = 0; i < 8; i++) await press("ArrowDown");
  await press("Enter");
  await screen.findByTestId("unread");
  expect(screen.queryByTestId("reader")).toBeNull();
  expect(screen.queryByTestId("show-text")).toBeNull();
});
