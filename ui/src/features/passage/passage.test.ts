import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import axe from "axe-core";
import { tick } from "svelte";
import { expect, test } from "vitest";
import type { Commands } from "../../api/generated/wire";
import { event, libraryInfo } from "../../testing/build";
import { FakeHost, wireError } from "../../testing/fakeHost";

import Window from "../frame/Window.svelte";
import { citeArgs, collapsed, passageSeen } from "./selection";

type Sent = Commands["account_add"]["args"];

const PASSAGE = {
  ...{ document: "note", title: "Note", sha256: "", page: 1, label: null },
  ...{ exact: "They also ask", prefix: "", suffix: "", citation: "" },
};
const ANNOTATION = {
  ...{ annotation: "a", document: "note", page: 1, exact: "They also ask", prefix: "", suffix: "" },
  ...{ colour_name: "", note: "", made_at: "2021-06-24T10:00:00Z", holds: true },
};

async function violations(): Promise<string[]> {
  const { violations } = await axe.run(document);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
}

function press(key: string, held: KeyboardEventInit = {}) {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...held }));
  return tick();
}

/** Opens the sample's note at its passage. */
async function read(): Promise<HTMLElement> {
  document.documentElement.lang = "en";
  render(Window);
  await screen.findAllByTestId("event-row");
  await waitFor(() => expect(document.activeElement?.getAttribute("role")).toBe("grid"));
  for (let i = 0; i < 8; i++) await press("ArrowDown");
  await press("Enter");
  return screen.findByTestId("page-text");
}

/** Selects from the first letter of some words to the last of others. */
async function select(text: HTMLElement, from: string, to: string) {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = (words: string) => node?.textContent?.indexOf(words) ?? -1;
    if (at(from) >= 0) range.setStart(node, at(from));
    if (at(to) >= 0) range.setEnd(node, at(to) + to.length);
  }
  const selection = window.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  await fireEvent(document, new Event("selectionchange"));
  await tick();
}

test("selected words are cited in an event, over the break of a paragraph, and axe finds nothing", async () => {
  const host = new FakeHost({ account_add: () => event("demand", { title: "Consumentenbond and others" }) });
  await select(await read(), "in the Netherlands", "They also ask");
  expect(screen.getByTestId("cite-bar")).toBeTruthy();
  expect(await violations()).toEqual([]);
  await press("c");
  await screen.findByTestId("cite-sheet");
  const choices = await screen.findAllByTestId("event-choice");
  expect(choices[0]?.textContent).toContain("Consumentenbond and Take Back");
  expect(await violations()).toEqual([]);
  await press("Enter", { ctrlKey: true });
  await waitFor(() => expect(screen.queryByTestId("cite-sheet")).toBeNull());
  const sent = host.calls.find((call) => call.command === "account_add")?.args as Sent;
  expect(sent.cite).toEqual({
    document: "note",
    page: 1,
    quote: "in the Netherlands. They also ask",
    prefix: " between 1.2 and 1.6 million children ".slice(-32),
    suffix: " for the data to be deleted, and",
  });
  expect([sent.event, sent.reference]).toEqual(["demand", "2021-06-24"]);
  expect(screen.getByTestId("status").textContent).toContain("Cited in “Consumentenbond and");
  expect(screen.queryByTestId("cite-bar")).toBeNull();
});

test("typing narrows the events, and a quote that occurs twice is said where it stands", async () => {
  const twice = wireError("bad_quote", "These words occur twice on page 1.");
  const host = new FakeHost({
    account_add: () => {
      throw twice;
    },
  });
  await select(await read(), "children", "children");
  screen.getByTestId("cite-event").click();
  await screen.findAllByTestId("event-choice");
  await fireEvent.input(screen.getByLabelText("Find the event"), { target: { value: "pakistan second" } });
  await waitFor(() => expect(screen.getAllByTestId("event-choice")).toHaveLength(1));
  await press("Enter", { ctrlKey: true });
  expect((await screen.findByRole("alert")).textContent).toContain("These words occur twice on page 1.");
  expect(screen.getByLabelText("Exact words").getAttribute("aria-invalid")).toBe("true");
  expect((host.calls.at(-1)?.args as Sent).event).toBe("ban-2");
  expect((host.calls.at(-1)?.args as Sent).cite?.suffix).toBe(" in the Netherlands. They also a");
});

test("the date and the sums within the selected words are filled in, and said to be read from them", async () => {
  const text = "On 2021-06-24 they asked for €1.5 billion (about $1.8 billion) in all.";
  const host = new FakeHost({
    account_add: () => event("demand"),
    page_show: ({ document, page }) => ({
      document,
      page,
      label: null,
      text,
      machine: null,
      doubtful: [],
      unread: null,
      marks: [],
      found: [],
    }),
  });
  await select(await read(), "On", "in all");
  await press("c");
  const date = await screen.findByLabelText<HTMLInputElement>("Date as stated, from the selected words");
  expect(date.value).toBe("2021-06-24");
  expect(screen.getByTestId("sums").textContent).toContain("Read from the selected words");
  expect(screen.getAllByTestId("sum")).toHaveLength(1);
  await screen.findAllByTestId("event-choice");
  await press("Enter", { ctrlKey: true });
  await waitFor(() => expect(host.count("account_add")).toBe(1));
  const sent = host.calls.find((call) => call.command === "account_add")?.args as Sent;
  expect(sent.date).toBe("2021-06-24");
  expect(sent.amounts).toEqual([
    {
      kind: "claimed",
      low: "1500000000",
      high: "",
      currency: "EUR",
      scope: "total",
      as_stated: "€1.5 billion",
      converted: "about $1.8 billion",
    },
  ]);
});

test("N opens the form of a new event with the words, document, page and case filled in", async () => {
  new FakeHost();
  await select(await read(), "They also ask", "deleted");
  await press("n");
  await screen.findByRole("heading", { name: "New event" });
  await screen.findByRole("option", { name: "Dutch claim, sample press note" });
  expect(screen.getByLabelText<HTMLTextAreaElement>("Exact words").value).toBe(
    "They also ask for the data to be deleted",
  );
  expect(screen.getByLabelText<HTMLInputElement>("Page", { selector: "fieldset input" }).value).toBe("1");
  expect(screen.getByLabelText<HTMLSelectElement>("Case").value).toBe("dutch");
});

test("Esc closes the bar and leaves the inspector open", async () => {
  new FakeHost();
  await select(await read(), "They also ask", "deleted");
  await press("Escape");
  expect(screen.queryByTestId("cite-bar")).toBeNull();
  expect(screen.getByTestId("inspector")).toBeTruthy();
});

test("Shift and an arrow select from the opened passage on, with Ctrl by words", async () => {
  new FakeHost();
  const steps: unknown[] = [];
  Selection.prototype.modify = function (this: Selection, ...step: unknown[]) {
    steps.push([this.anchorNode?.textContent, ...step]);
  };
  await read();
  await press("ArrowRight", { shiftKey: true });
  await press("ArrowRight", { shiftKey: true, ctrlKey: true });
  await press("ArrowDown", { shiftKey: true });
  const passage = "between 1.2 and 1.6 million children";
  expect(steps).toEqual([
    [passage, "extend", "forward", "character"],
    [passage, "extend", "forward", "word"],
    [passage, "extend", "forward", "line"],
  ]);
});

test("a library that can only be read shows no bar", async () => {
  new FakeHost().info = libraryInfo({ read_only: "Another Proofline has it open." });
  await select(await read(), "They also ask", "deleted");
  expect(screen.queryByTestId("cite-bar")).toBeNull();
});

test("white space is one space, and words as they were seen are said to be so", () => {
  expect(collapsed("  one\n\n two\u00a0three ")).toBe("one two three");
  const box = { left: 0, top: 0, right: 0, bottom: 0 };
  const seen = passageSeen("d", { page: 3, words: "the set-\ntlement ", before: "of\n", after: "was", box });
  const cited = { document: "d", page: 3, seen: true };
  expect(citeArgs(seen)).toEqual({ ...cited, quote: "the set- tlement", prefix: "of ", suffix: "was" });
  expect(citeArgs(seen, "tlement")).toEqual({ ...cited, quote: "tlement" });
});

test("a copied passage says where it is from, as the back end words it", async () => {
  const citation = "“They also ask” (Note, 24 June 2021, p. 1)";
  const host = new FakeHost({ passage_read: () => ({ ...PASSAGE, citation }) });
  const copied: string[] = [];
  Object.assign(navigator, { clipboard: { writeText: async (text: string) => void copied.push(text) } });
  await select(await read(), "They also ask", "They also ask");
  screen.getByTestId("copy-citation").click();
  await waitFor(() => expect(copied).toEqual([citation]));
  expect(host.calls.findLast(({ command }) => command === "passage_read")?.args).toMatchObject({
    quote: "They also ask",
  });
});

test("H highlights the selected words in the colour used last; a colour by its name", async () => {
  const host = new FakeHost({
    annotation_add: ({ colour }) => ({
      ...ANNOTATION,
      colour,
      colour_name: colour === "green" ? "helps us" : "yellow",
    }),
  });
  const text = await read();
  await select(text, "They also ask", "They also ask");
  await press("h");
  await waitFor(() => expect(host.count("annotation_add")).toBe(1));
  expect(screen.queryByTestId("cite-bar")).toBeNull();
  await select(text, "They also ask", "They also ask");
  (await screen.findByRole("button", { name: "Highlight: helps us" })).click();
  await waitFor(() => expect(host.count("annotation_add")).toBe(2));
  const sent = host.calls.filter(({ command }) => command === "annotation_add");
  expect(sent.map(({ args }) => (args as Commands["annotation_add"]["args"]).colour)).toEqual([
    "yellow",
    "green",
  ]);
});

test("Shift H writes a note on the selected words; without words to it nothing is sent, and axe finds nothing", async () => {
  const host = new FakeHost({
    annotation_add: ({ colour, note }) => ({ ...ANNOTATION, colour, note: note ?? "" }),
  });
  const text = await read();
  await select(text, "They also ask", "They also ask");
  await press("H", { shiftKey: true });
  const field = await screen.findByRole("textbox", { name: "Note" });
  expect(screen.getByTestId("note-sheet").textContent).toContain("They also ask");
  expect(await violations()).toEqual([]);
  const save = screen.getByRole("button", { name: /^Save/ });
  save.click();
  expect(save.getAttribute("title")).toBe("Write the note first");
  expect(host.count("annotation_add")).toBe(0);
  await fireEvent.input(field, { target: { value: "Ask who saw this first." } });
  save.click();
  await waitFor(() => expect(host.count("annotation_add")).toBe(1));
  const [sent] = host.calls.filter(({ command }) => command === "annotation_add");
  expect((sent?.args as Commands["annotation_add"]["args"]).note).toBe("Ask who saw this first.");
  await waitFor(() => expect(screen.queryByTestId("note-sheet")).toBeNull());
  expect(screen.queryByTestId("cite-bar")).toBeNull();
});
