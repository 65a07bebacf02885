import { fireEvent, render, screen, waitFor, within as inside } from "@testing-library/svelte";
import axe from "axe-core";
import { tick } from "svelte";
import { beforeEach, expect, test } from "vitest";
import { day, event } from "../../testing/build";
import { FakeHost } from "../../testing/fakeHost";
import { EVENTS } from "../../testing/sample";
import Window from "../frame/Window.svelte";

let host: FakeHost;

beforeEach(() => {
  host = new FakeHost();
});

async function violations(): Promise<string[]> {
  const { violations } = await axe.run(document);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
}

function press(key: string, held: KeyboardEventInit = {}) {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...held }));
  return tick();
}

async function open() {
  document.documentElement.lang = "en";
  render(Window);
  await screen.findAllByTestId("event-row");
  await waitFor(() => expect(document.activeElement?.getAttribute("role")).toBe("grid"));
}

const shown = () => screen.getAllByTestId("event-row").map((row) => row.id.replace("event-", ""));
const status = () => screen.getByTestId("status").textContent;
const sent = (command: string) =>
  host.calls.filter((each) => each.command === command).map(({ args }) => args);

test("what is typed filters ribbon and table at once; Esc takes it away", async () => {
  await open();
  const field = screen.getByTestId("event-filter");
  await fireEvent.input(field, { target: { value: "pakistan" } });
  await waitFor(() => expect(shown()).toEqual(["ban-1", "ban-2"]));
  expect(screen.getAllByTestId("ribbon-mark").length).toBe(2);
  expect(screen.getByTestId("filter-count").textContent).toBe("2 of 12 events");
  field.focus();
  await press("Escape");
  await waitFor(() => expect(shown().length).toBe(EVENTS.length));
  expect(screen.getByTestId("inspector")).toBeTruthy();
});

test("a facet narrows, stands as a part of the filter, and Delete takes it out", async () => {
  await open();
  screen.getByTestId("filter-menu").click();
  const kinds = await screen.findByRole("group", { name: "Kind" });
  expect(await violations()).toEqual([]);
  inside(kinds).getByRole("checkbox", { name: /^ban/ }).click();
  await waitFor(() => expect(shown()).toEqual(["ban-1", "ban-2"]));
  await press("Escape");
  expect(screen.queryByRole("group", { name: "Kind" })).toBeNull();
  const part = screen.getByTestId("filter-part");
  expect(part.textContent).toContain("Kind: ban");
  part.focus();
  await press("Delete");
  await waitFor(() => expect(shown().length).toBe(EVENTS.length));
  expect(document.activeElement).toBe(screen.getByTestId("event-filter"));
});

test("a ready view is a switch that says how many events it leaves", async () => {
  await open();
  const view = await screen.findByRole("button", { name: /^In conflict 2/ });
  view.click();
  await waitFor(() => expect(shown()).toEqual(["girl", "demand"]));
  expect(view.getAttribute("aria-pressed")).toBe("true");
  view.click();
  await waitFor(() => expect(shown().length).toBe(EVENTS.length));
});

test("a filter is kept under a name, chosen again, and forgotten", async () => {
  await open();
  (await screen.findByRole("button", { name: /^Next 1/ })).click();
  (await screen.findByTestId("views-menu")).click();
  const name = await screen.findByLabelText("Name of the view");
  await fireEvent.input(name, { target: { value: "Court dates" } });
  screen.getByRole("button", { name: "Save view" }).click();
  await waitFor(() => expect(status()).toContain("Saved view Court dates"));
  expect(sent("view_save")).toEqual([{ name: "Court dates", filter: { next: true } }]);
  screen.getByRole("button", { name: "Show all" }).click();
  (await screen.findByTestId("views-menu")).click();
  (await screen.findByRole("button", { name: "Court dates" })).click();
  await waitFor(() => expect(shown()).toEqual(["hearing"]));
  screen.getByTestId("views-menu").click();
  (await screen.findByRole("button", { name: "Remove view Court dates" })).click();
  await waitFor(() => expect(status()).toContain("Removed view Court dates"));
});

test("as known on a day says what is left out and what changed since, and leads to it", async () => {
  await open();
  screen.getByTestId("known-menu").click();
  await fireEvent.input(await screen.findByLabelText("Day"), { target: { value: "2021-06-23" } });
  await fireEvent.submit(screen.getByLabelText("Day").closest("form") as HTMLFormElement);
  const banner = await screen.findByTestId("known-banner");
  expect(banner.textContent).toContain("left out");
  expect(await violations()).toEqual([]);
  inside(banner)
    .getByRole("button", { name: /^Changed since/ })
    .click();
  (await inside(banner).findByRole("button", { name: /demand €1.5 billion became known/ })).click();
  await waitFor(() => expect(document.getElementById("event-demand")?.ariaSelected ?? null).not.toBe("x"));
  await waitFor(() =>
    expect(document.getElementById("event-demand")?.getAttribute("aria-selected")).toBe("true"),
  );
  expect(screen.queryByTestId("known-banner")).toBeNull();
});

test("what is no single day is refused with words", async () => {
  await open();
  screen.getByTestId("known-menu").click();
  await fireEvent.input(await screen.findByLabelText("Day"), { target: { value: "some time" } });
  await fireEvent.submit(screen.getByLabelText("Day").closest("form") as HTMLFormElement);
  expect(await screen.findByText(/This is no single day/)).toBeTruthy();
  expect(screen.queryByTestId("known-banner")).toBeNull();
});

test("events selected with Shift are merged into the one in focus by G", async () => {
  await open();
  await press("ArrowDown");
  await press("ArrowDown", { shiftKey: true });
  expect(await screen.findByText("2 events are selected.")).toBeTruthy();
  expect(await violations()).toEqual([]);
  await press("g");
  await waitFor(() => expect(status()).toMatch(/^Merged 2 events into “Panel.*Ctrl Z takes it back/));
  expect(sent("event_merge")).toEqual([{ into: "panel", from: ["fine"] }]);
});

test("Alt ↓ moves an event only among those of its date, and says so", async () => {
  const date = day("2021-06-24", "24 June 2021");
  host.events = [event("one", { date }), event("two", { date }), event("three")];
  await open();
  await press("ArrowDown", { altKey: true });
  await waitFor(() => expect(sent("event_move")).toEqual([{ event: "one", by: 1 }]));
  await press("ArrowUp", { altKey: true });
  await waitFor(() => expect(status()).toContain("No event of the same date and case stands before it"));
  expect(sent("event_move").length).toBe(1);
});

test("a star, tags and how near an event is stand in its row", async () => {
  await open();
  const ban = document.getElementById("event-ban-1") as HTMLElement;
  expect(inside(ban).getByRole("img", { name: "Starred" })).toBeTruthy();
  expect(ban.textContent).toContain("Pakistan");
  const hearing = document.getElementById("event-hearing") as HTMLElement;
  expect(inside(hearing).getByText("overdue since 30 April 2021").classList).toContain("warn");
});

test("what is next over all cases leads the overview and fills a view of its own", async () => {
  await open();
  const lines = await screen.findByTestId("next-lines");
  expect(lines.textContent).toContain("overdue since 30 April 2021");
  await press("x");
  const [row] = await screen.findAllByTestId("next-row");
  expect(row?.textContent).toContain("Overdue");
  expect(row?.textContent).toContain("Longfield v TikTok");
  await waitFor(() => expect(document.activeElement?.getAttribute("role")).toBe("grid"));
  await press("Enter");
  await screen.findAllByTestId("event-row");
  expect(document.getElementById("event-hearing")?.getAttribute("aria-selected")).toBe("true");
});

test("a count in the ribbon opens by Enter: it lists what no zoom would tell apart", async () => {
  const date = day("2021-06-24", "24 June 2021");
  host.events = Array.from({ length: 9 }, (_, i) => event(`e${i}`, { date, title: `Of one day ${i}` }));
  await open();
  expect(screen.getByTestId("ribbon-count").textContent).toContain("9");
  const list = screen.getByRole("listbox", { name: "Events in time" });
  list.focus();
  const active = document.getElementById(list.getAttribute("aria-activedescendant") ?? "");
  expect(active?.getAttribute("aria-label")).toBe("24 June 2021, Of one day 0");
  expect([active?.getAttribute("aria-posinset"), active?.getAttribute("aria-setsize")]).toEqual(["1", "9"]);
  await press("Enter");
  const stretch = await screen.findByTestId("ribbon-stretch");
  expect(inside(stretch).getAllByRole("button").length).toBe(9);
  expect(await violations()).toEqual([]);
  await press("ArrowDown");
  (document.activeElement as HTMLElement).click();
  await tick();
  expect(document.getElementById("event-e1")?.getAttribute("aria-selected")).toBe("true");
  expect(screen.queryByTestId("ribbon-stretch")).toBeNull();
});
