import { fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import axe from "axe-core";
import { tick } from "svelte";
import { expect, test } from "vitest";
import type { Commands } from "../../api/generated/wire";
import { documentRow, libraryInfo } from "../../testing/build";
import { FakeHost, wireError } from "../../testing/fakeHost";
import Window from "../frame/Window.svelte";

type Sent = Commands["document_edit"]["args"];

async function violations(): Promise<string[]> {
  const { violations } = await axe.run(document);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
}

function press(key: string, held: KeyboardEventInit = {}) {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...held }));
  return tick();
}

/** Opens the Dutch note. */
async function read() {
  document.documentElement.lang = "en";
  render(Window);
  await screen.findAllByTestId("event-row");
  await waitFor(() => expect(document.activeElement?.getAttribute("role")).toBe("grid"));
  for (let i = 0; i < 8; i++) await press("ArrowDown");
  await press("Enter");
  await screen.findByTestId("page-text");
}

const nothing = { title: null, source: null, origin: null, dated: null, published: null };

test("a document is filed in a case and taken out of one", async () => {
  const host = new FakeHost({ document_edit: (args) => documentRow(args.document, "The note") });
  await read();
  const sent = () => host.calls.filter((call) => call.command === "document_edit").at(-1)?.args as Sent;
  await fireEvent.change(screen.getByTestId("file-in"), { target: { value: "ftc" } });
  await waitFor(() =>
    expect(sent()).toEqual({ document: "note", ...nothing, file_in: ["ftc"], take_out_of: [] }),
  );
  screen.getByTestId("take-out").click();
  await waitFor(() =>
    expect(sent()).toEqual({ document: "note", ...nothing, file_in: [], take_out_of: ["dutch"] }),
  );
  await waitFor(() =>
    expect(screen.getByTestId("status").textContent).toContain("Taken out of Consumentenbond: The note"),
  );
});

test("title, source and dates are edited in place; a date that cannot be read is said at its field", async () => {
  const refused = wireError("bad_date", "“soon” is no date.");
  const host = new FakeHost({
    document_edit: (args) => {
      if (args.published === "soon") throw refused;
      return documentRow("note", args.title ?? "");
    },
  });
  await read();
  screen.getByTestId("document-edit").click();
  await screen.findByTestId("document-edit-form");
  expect(await violations()).toEqual([]);
  const published = screen.getByLabelText<HTMLInputElement>("Published");
  await fireEvent.input(screen.getByLabelText("Title"), { target: { value: "Press note" } });
  await fireEvent.input(published, { target: { value: "soon" } });
  published.focus();
  await press("Enter", { ctrlKey: true });
  await screen.findByRole("alert");
  expect(published.getAttribute("aria-invalid")).toBe("true");
  await fireEvent.input(published, { target: { value: "4 Aug 2020" } });
  await press("Enter", { ctrlKey: true });
  await waitFor(() => expect(screen.queryByTestId("document-edit-form")).toBeNull());
  const sent = host.calls.findLast((call) => call.command === "document_edit")?.args;
  const given = { title: "Press note", published: "4 Aug 2020" };
  expect(sent).toEqual({ document: "note", ...nothing, ...given, file_in: [], take_out_of: [] });
});

test("a library that can only be read names the cases and changes nothing", async () => {
  new FakeHost().info = libraryInfo({ read_only: "Another Proofline has it open." });
  await read();
  for (const id of ["document-edit", "file-in", "take-out"]) expect(screen.queryByTestId(id)).toBeNull();
});
