import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { expect, test } from "vitest";
import { openWindow, press, violations } from "../../testing/act";
import { libraryInfo } from "../../testing/build";
import { FakeHost } from "../../testing/fakeHost";
import { note, noteAnswers } from "../../testing/notes";

/** Opens the notes on the Longfield case by key. */
async function open() {
  await openWindow();
  screen.getAllByTestId("case-link")[0]?.click();
  await screen.findByTestId("exhibits-tab");
  await press("o");
  await screen.findByTestId("notes-tab");
}

const ASKED = note("one", "Ask the court for the transcript.", {
  case: "longfield",
  html: "<p>Ask the <strong>court</strong> for the transcript.</p>",
});

test("the fifth tab of a case holds its notes, as the HTML that the back end made", async () => {
  new FakeHost(noteAnswers([ASKED]));
  await open();
  const shown = await screen.findByTestId("note");
  expect(shown.querySelector("strong")?.textContent).toBe("court");
  expect(screen.getByTestId("notes-tab").getAttribute("aria-current")).toBe("page");
  expect(await violations()).toEqual([]);
});

test("a case without notes says what belongs there, and N writes the first one", async () => {
  const host = new FakeHost(noteAnswers());
  await open();
  await screen.findByRole("heading", { name: "No notes on this case yet" });
  expect(await violations()).toEqual([]);
  await press("n");
  const text = await screen.findByRole("textbox", { name: "Note" });
  expect(document.activeElement).toBe(text);
  await fireEvent.input(text, { target: { value: "Who holds the *minutes*?" } });
  expect(await violations()).toEqual([]);
  await press("Enter", { ctrlKey: true });
  await screen.findByTestId("note");
  expect(host.calls.findLast(({ command }) => command === "note_add")?.args).toMatchObject({
    case: "longfield",
    body: "Who holds the *minutes*?",
  });
});

test("a note is changed in its place, and the focus comes back to its button", async () => {
  const host = new FakeHost(noteAnswers([ASKED]));
  await open();
  (await screen.findByTestId("note-edit")).click();
  const text = await screen.findByRole("textbox", { name: "Note" });
  await fireEvent.input(text, { target: { value: "Asked on Monday." } });
  await press("Enter", { ctrlKey: true });
  await screen.findByText("Asked on Monday.");
  expect(host.calls.findLast(({ command }) => command === "note_edit")?.args).toEqual({
    note: "one",
    body: "Asked on Monday.",
  });
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("note-edit")));
});

test("Esc leaves a note as it was", async () => {
  const host = new FakeHost(noteAnswers([ASKED]));
  await open();
  (await screen.findByTestId("note-edit")).click();
  const text = await screen.findByRole("textbox", { name: "Note" });
  await fireEvent.input(text, { target: { value: "Another text" } });
  await press("Escape");
  await screen.findByTestId("note");
  expect(host.count("note_edit")).toBe(0);
});

test("a note is removed without a question, since undo brings it back", async () => {
  new FakeHost(noteAnswers([ASKED]));
  await open();
  await screen.findByTestId("note");
  screen.getByRole("button", { name: "Remove" }).click();
  await screen.findByRole("heading", { name: "No notes on this case yet" });
  expect(screen.getByTestId("status").textContent).toContain("Removed the note.");
});

test("a refused note stays in its form with the reason", async () => {
  new FakeHost({
    ...noteAnswers([ASKED]),
    note_edit: () => {
      throw {
        code: "read_only",
        message: "Another Proofline has it open.",
        hint: "",
        column: null,
        plain: null,
      };
    },
  });
  await open();
  (await screen.findByTestId("note-edit")).click();
  await fireEvent.input(await screen.findByRole("textbox", { name: "Note" }), { target: { value: "New" } });
  await press("Enter", { ctrlKey: true });
  expect((await screen.findByRole("alert")).textContent).toContain("Another Proofline has it open.");
});

test("a library that can only be read shows notes and offers nothing that writes", async () => {
  const host = new FakeHost(noteAnswers([ASKED]));
  host.info = libraryInfo({ read_only: "Another Proofline has it open." });
  await open();
  await screen.findByTestId("note");
  for (const id of ["note-edit", "note-add"]) expect(screen.queryByTestId(id)).toBeNull();
});
