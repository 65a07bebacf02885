import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import axe from "axe-core";
import { tick } from "svelte";
import { expect, test } from "vitest";
import type { Commands } from "../../api/generated/wire";
import { event, libraryInfo } from "../../testing/build";
import { FakeHost, wireError } from "../../testing/fakeHost";
import Window from "../frame/Window.svelte";

async function violations(): Promise<string[]> {
  const { violations } = await axe.run(document);
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
}

const changed = { act: "", touched: [], ids: [] };

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
  const sent = host.calls.find((call) => call.command === "event_edit")?.args;
  expect(sent).toEqual({
    event: "demand",
    title: null,
    kind: null,
    status: null,
    date: "about March 2021",
    reference: "2021-06-24",
  } satisfies Commands["event_edit"]["args"]);
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
  const host = new FakeHost({ event_remove: () => changed, account_remove: () => changed });
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
  for (const id of ["event-edit", "event-remove", "account-remove"])
    expect(screen.queryByTestId(id)).toBeNull();
});
