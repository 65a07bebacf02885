import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { expect, test } from "vitest";
import type { CaseRow } from "../../api/generated/wire";
import { openWindow, press, violations } from "../../testing/act";
import { changed, libraryInfo } from "../../testing/build";
import { FakeHost } from "../../testing/fakeHost";
import { CASES } from "../../testing/sample";
import { changesOf, RelationsDraft } from "./relations.svelte";

/** Opens the Longfield case. */
async function open() {
  await openWindow();
  screen.getAllByTestId("case-link")[0]?.click();
  await screen.findByTestId("edit-case");
}

const [LONGFIELD] = CASES as [CaseRow];
const answers = {
  case_edit: () => LONGFIELD,
  relation_add: () => LONGFIELD,
  relation_remove: () => LONGFIELD,
};

test("Shift F2 changes a case, and sends what is said of it", async () => {
  const host = new FakeHost(answers);
  await open();
  await press("F2", { shiftKey: true });
  const form = within(await screen.findByTestId("edit-case-form"));
  expect(await violations()).toEqual([]);
  await fireEvent.input(form.getByRole("textbox", { name: "Status" }), { target: { value: "stayed" } });
  await fireEvent.input(form.getByRole("textbox", { name: "Docket numbers" }), {
    target: { value: "QB-2021-1; QB-2021-2" },
  });
  await press("Enter", { ctrlKey: true });
  await waitFor(() => expect(screen.queryByTestId("edit-case-form")).toBeNull());
  expect(host.calls.find(({ command }) => command === "case_edit")?.args).toEqual({
    case: "longfield",
    name: "Longfield v TikTok",
    kind: "litigation",
    forum: "High Court, London",
    dockets: ["QB-2021-1", "QB-2021-2"],
    status: "stayed",
    summary: "",
  });
  expect([host.count("relation_add"), host.count("relation_remove")]).toEqual([0, 0]);
});

test("F2 in the head of a case is the case, not the event selected below", async () => {
  new FakeHost(answers);
  await open();
  screen.getByTestId("edit-case").focus();
  await press("F2");
  await screen.findByTestId("edit-case-form");
});

test("relations are added and removed in the same sheet", async () => {
  const host = new FakeHost(answers);
  await open();
  screen.getByTestId("edit-case").click();
  const form = within(await screen.findByTestId("edit-case-form"));
  form.getByRole("button", { name: "Remove relation 1" }).click();
  await form.findByText(/waits on no other case/);
  screen.getByTestId("relation-add").click();
  await screen.findByTestId("relation");
  expect(await violations()).toEqual([]);
  await fireEvent.change(form.getByRole("combobox", { name: "This case" }), { target: { value: "appeals" } });
  await fireEvent.change(form.getByRole("combobox", { name: "the case" }), { target: { value: "dutch" } });
  await fireEvent.input(form.getByRole("textbox", { name: "because" }), { target: { value: "the same" } });
  await press("Enter", { ctrlKey: true });
  await waitFor(() => expect(host.count("relation_add")).toBe(1));
  expect(host.count("case_edit")).toBe(0);
  expect(host.calls.find(({ command }) => command === "relation_remove")?.args).toEqual({
    from: "longfield",
    kind: "waits_on",
    to: "illinois",
  });
  expect(host.calls.find(({ command }) => command === "relation_add")?.args).toEqual({
    from: "longfield",
    kind: "appeals",
    to: "dutch",
    note: "the same",
  });
});

test("a relation whose reason is another is written again; one that was left is not touched", () => {
  const before = LONGFIELD.relations;
  const draft = new RelationsDraft(before);
  expect(changesOf(before, draft.rows)).toEqual({ added: [], removed: [] });
  for (const row of draft.rows) row.note = "Another reason.";
  const { added, removed } = changesOf(before, draft.rows);
  expect([added.map(({ note }) => note), removed.length]).toEqual([["Another reason."], 1]);
});

test("a new case has a status and a summary", async () => {
  const host = new FakeHost({ case_add: () => LONGFIELD });
  await open();
  await press("c");
  await fireEvent.input(await screen.findByRole("textbox", { name: "Name" }), { target: { value: "New" } });
  await fireEvent.input(screen.getByRole("textbox", { name: "Status" }), { target: { value: "pending" } });
  await fireEvent.input(screen.getByRole("textbox", { name: "Summary" }), { target: { value: "A claim." } });
  await press("Enter", { ctrlKey: true });
  await waitFor(() => expect(host.count("case_add")).toBe(1));
  expect(host.calls.find(({ command }) => command === "case_add")?.args).toMatchObject({
    name: "New",
    status: "pending",
    summary: "A claim.",
    dockets: [],
  });
});

test("a library that can only be read does not offer to change a case", async () => {
  const host = new FakeHost(answers);
  host.info = libraryInfo({ read_only: "Another Proofline has it open." });
  await openWindow();
  screen.getAllByTestId("case-link")[0]?.click();
  await screen.findByTestId("exhibits-tab");
  expect(screen.queryByTestId("edit-case")).toBeNull();
  await press("F2", { shiftKey: true });
  expect(screen.queryByTestId("edit-case-form")).toBeNull();
  host.send({ kind: "changed", body: { changed: changed(), library: libraryInfo() } });
  await screen.findByTestId("edit-case");
});
