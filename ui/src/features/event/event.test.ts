import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import axe from "axe-core";
import { tick } from "svelte";
import { expect, test } from "vitest";
import type { Commands } from "../../api/generated/wire";
import { account, changed, day, event, libraryInfo } from "../../testing/build";
import { FakeHost, wireError } from "../../testing/fakeHost";
import Window from "../frame/Window.svelte";

async function violations(): Promise<string[]> {
  const { violations } = await axe.run(screen.getByTestId("inspector"));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
}

function press(key: string, held: KeyboardEventInit = {}) {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...held }));
  return tick();
}

/** Opens the window with the Dutch demand selected, which two accounts prove. */
async function open() {
  document.documentElement.lang = "en";
  render(Window);
  await screen.findAllByTestId("event-row");
  await waitFor(() => expect(document.activeElement?.getAttribute("role")).toBe("grid"));
  for (let i = 0; i < 8; i++) await press("ArrowDown");
  await waitFor(() => expect(screen.getByTestId("event-title").textContent).toContain("Take Back"));
}

/** Chooses an event in the ribbon. */
function choose(name: RegExp) {
  screen.getByRole("option", { name }).dispatchEvent(new MouseEvent("click", { bubbles: true }));
}

/** What was last sent to a command. */
function sent<K extends keyof Commands>(host: FakeHost, command: K): Commands[K]["args"] | undefined {
  return host.calls.findLast((call) => call.command === command)?.args as Commands[K]["args"] | undefined;
}

test("an event is edited in place: only what was changed is sent, and the answer is read back", async () => {
  const host = new FakeHost({ event_edit: () => event("demand", { title: "The demand" }) });
  await open();
  await press("F2");
  await screen.findByTestId("event-edit-form");
  expect(await violations()).toEqual([]);
  const date = screen.getByLabelText<HTMLInputElement>("Date");
  expect(date.value).toBe("24 June 2021");
  await fireEvent.input(date, { target: { value: "about March 2021" } });
  date.focus();
  await press("Enter", { ctrlKey: true });
  await waitFor(() => expect(screen.queryByTestId("event-edit-form")).toBeNull());
  expect(sent(host, "event_edit")).toEqual({
    event: "demand",
    date: "about March 2021",
    reference: "2021-06-24",
  });
  expect(screen.getByTestId("status").textContent).toContain("Changed: undated, The demand");
  expect(document.activeElement).toBe(screen.getByTestId("event-edit"));
});

test("a date that cannot be read is said at its field, with every reading", async () => {
  new FakeHost({
    event_edit: () => {
      throw wireError("bad_date", "“4/8/20” is more than one date.", {
        hint: "Write one:\n2020-08-04\n2020-04-08",
      });
    },
  });
  await open();
  screen.getByTestId("event-edit").click();
  const date = await screen.findByLabelText<HTMLInputElement>("Date");
  await fireEvent.input(date, { target: { value: "4/8/20" } });
  date.focus();
  await press("Enter", { ctrlKey: true });
  expect((await screen.findByRole("alert")).textContent).toContain("2020-08-04\n2020-04-08");
  expect(date.getAttribute("aria-invalid")).toBe("true");
  await press("Escape");
  expect(screen.queryByTestId("event-edit-form")).toBeNull();
  expect(screen.getByTestId("inspector")).toBeTruthy();
});

test("Delete in the table removes the event, the button of a card its account", async () => {
  const host = new FakeHost({ event_remove: () => changed(), account_remove: () => changed() });
  await open();
  screen.getAllByTestId("account-remove")[1]?.click();
  await waitFor(() => expect(host.calls.at(-1)?.args).toEqual({ account: "a-summary" }));
  await press("Delete");
  await waitFor(() => expect(host.calls.at(-1)?.args).toEqual({ event: "demand" }));
  await waitFor(() =>
    expect(screen.getByTestId("status").textContent).toContain("Removed event Consumentenbond"),
  );
});

test("a library that can only be read offers no edit and no removal", async () => {
  new FakeHost().info = libraryInfo({ read_only: "Another Proofline has it open." });
  await open();
  for (const id of ["event-edit", "event-remove", "event-star", "account-edit", "account-add"])
    expect(screen.queryByTestId(id)).toBeNull();
});

test("people, tags and case are changed in the same form, and somebody new is added without leaving it", async () => {
  const host = new FakeHost({ event_edit: () => event("demand") });
  await open();
  await press("F2");
  const people = await screen.findByLabelText("People");
  const tags = screen.getByLabelText("Tags");
  await fireEvent.input(people, { target: { value: "Jane Roe" } });
  people.focus();
  await press("Enter");
  await fireEvent.input(tags, { target: { value: "damages" } });
  tags.focus();
  await press("Enter", { ctrlKey: true });
  await waitFor(() => expect(host.count("event_edit")).toBe(1));
  const now = sent(host, "event_edit");
  expect(now?.parties?.at(-1)).toEqual({ party: "Jane Roe", kind: "person" });
  expect(now?.parties?.[0]).toEqual({ party: "Consumentenbond" });
  expect([now?.tags, now?.title, now?.case]).toEqual([["damages"], undefined, undefined]);
});

test("an account is edited with F2 within it: only what was changed is sent, and the focus comes back", async () => {
  const host = new FakeHost({ account_edit: () => event("demand") });
  await open();
  const [link] = await screen.findAllByTestId("open-account");
  link?.focus();
  await press("F2");
  const form = await screen.findByTestId("account-form");
  expect(screen.queryByTestId("event-edit-form")).toBeNull();
  expect(await violations()).toEqual([]);
  const stance = screen.getByLabelText<HTMLSelectElement>("It");
  await fireEvent.change(stance, { target: { value: "alleges" } });
  screen.getByRole("button", { name: "+ Sum" }).click();
  await tick();
  expect(screen.getAllByTestId("sum")).toHaveLength(2);
  const low = screen.getAllByLabelText("Sum, or from").at(-1);
  if (low) await fireEvent.input(low, { target: { value: "1,000" } });
  (form.querySelector("textarea") as HTMLElement).focus();
  await press("Enter", { ctrlKey: true });
  await waitFor(() => expect(screen.queryByTestId("account-form")).toBeNull());
  const now = sent(host, "account_edit");
  expect([now?.account, now?.stance, now?.date, now?.asserted_by]).toEqual([
    "a-note",
    "alleges",
    undefined,
    undefined,
  ]);
  expect(now?.amounts?.map(({ low, currency }) => [low, currency])).toEqual([
    ["", "EUR"],
    ["1000", "EUR"],
  ]);
  await waitFor(() => expect(document.activeElement).toBe(screen.getAllByTestId("account-edit")[0]));
});

test("an account without a document is added and said to rest on nothing", async () => {
  const host = new FakeHost({ account_add: () => event("demand") });
  await open();
  await press("A", { shiftKey: true });
  await screen.findByTestId("account-form");
  await fireEvent.input(screen.getByLabelText("Asserted by"), { target: { value: "A clerk" } });
  await press("Enter", { ctrlKey: true });
  await waitFor(() => expect(host.count("account_add")).toBe(1));
  const now = sent(host, "account_add");
  expect([now?.event, now?.asserted_by, now?.cite, now?.reference]).toEqual([
    "demand",
    "A clerk",
    undefined,
    undefined,
  ]);
  await waitFor(() => expect(screen.getByTestId("status").textContent).toContain("rests on no document"));
});

test("the event’s date follows an account with a reason, and can stop to", async () => {
  const host = new FakeHost({ event_follow: () => event("demand") });
  host.events = host.events.map((row) =>
    row.event === "panel" ? { ...row, follows: { account: "a-panel", reason: "it was there" } } : row,
  );
  await open();
  (await screen.findAllByTestId("account-follow"))[0]?.click();
  await screen.findByTestId("follow-form");
  await fireEvent.input(screen.getByLabelText("Why (may stay empty)"), { target: { value: "the claimant" } });
  await press("Enter", { ctrlKey: true });
  await waitFor(() => expect(host.count("event_follow")).toBe(1));
  expect(sent(host, "event_follow")).toEqual({
    event: "demand",
    account: "a-note",
    reason: "the claimant",
  });
  choose(/^4 August 2020/);
  const follows = await screen.findByTestId("follows");
  expect(follows.textContent).toContain("Date as in Sample press note’s account, because it was there");
  screen.getByTestId("stop-following").click();
  await waitFor(() => expect(sent(host, "event_follow")).toEqual({ event: "panel", account: null }));
});

test("an event is split by ticking accounts; nothing ticked cannot be sent", async () => {
  const host = new FakeHost({ event_split: () => event("ban-2") });
  await open();
  await press("S", { shiftKey: true });
  const form = await screen.findByTestId("split-form");
  expect(await violations()).toEqual([]);
  const button = form.querySelector<HTMLButtonElement>("[type=submit]");
  expect(button?.disabled).toBe(true);
  screen.getByRole("checkbox", { name: /^Press summary/ }).click();
  await fireEvent.input(screen.getByLabelText("What happened in the other event"), {
    target: { value: "The summary" },
  });
  await press("Enter", { ctrlKey: true });
  await waitFor(() => expect(host.count("event_split")).toBe(1));
  expect(sent(host, "event_split")).toEqual({
    event: "demand",
    accounts: ["a-summary"],
    title: "The summary",
  });
  await waitFor(() => expect(screen.getByTestId("event-title").textContent).toContain("Second ban"));
});

test("another event is found by typing and merged into this one; Esc gives the focus back", async () => {
  const host = new FakeHost({ event_merge: () => event("demand") });
  await open();
  await press("G", { shiftKey: true });
  await screen.findByTestId("merge-form");
  await screen.findAllByTestId("event-choice");
  expect(await violations()).toEqual([]);
  await press("Escape");
  await waitFor(() => expect(document.activeElement?.getAttribute("role")).toBe("grid"));
  screen.getByTestId("event-merge").click();
  const find = await screen.findByLabelText("Which event is the same as this one?");
  await fireEvent.input(find, { target: { value: "pakistan" } });
  await waitFor(() => expect(screen.getAllByTestId("event-choice")).toHaveLength(2));
  find.focus();
  await press("ArrowDown");
  await press("Enter", { ctrlKey: true });
  await waitFor(() => expect(host.count("event_merge")).toBe(1));
  expect(sent(host, "event_merge")).toEqual({ into: "demand", from: ["ban-2"] });
});

test("what differs is said on top and marked in each account, in words", async () => {
  const host = new FakeHost();
  host.events = host.events.map((row) => {
    if (row.event !== "demand") return row;
    const accounts = row.accounts.map((each, i) => ({
      ...each,
      date: day(`2021-06-2${i}`, `2${i} June 2021`),
    }));
    return { ...row, accounts: [...accounts, account("told")] };
  });
  await open();
  await screen.findByTestId("conflict");
  const dates = screen.getAllByTestId("account-date").map((each) => each.textContent?.includes("differs"));
  expect(dates).toEqual([true, true]);
  expect(screen.getByText("No document: this account rests on nothing")).toBeTruthy();
  expect(await violations()).toEqual([]);
});

test("S gives a star, and the inspector shows it with tags and what is due", async () => {
  const host = new FakeHost();
  await open();
  await press("s");
  await waitFor(() => expect(sent(host, "event_edit")).toEqual({ event: "demand", starred: true }));
  choose(/Hearing of the representative/);
  expect((await screen.findByTestId("event-due")).textContent).toBe("overdue since 30 April 2021");
  expect(screen.getByTestId("event-tags").textContent).toContain("court");
});
