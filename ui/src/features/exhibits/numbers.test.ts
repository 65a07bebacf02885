import { screen, waitFor } from "@testing-library/svelte";
import { tick } from "svelte";
import { beforeEach, expect, test } from "vitest";
import { openWindow, press, violations } from "../../testing/act";
import { changed, documentRow, libraryInfo } from "../../testing/build";
import { FakeHost, wireError, type Handlers } from "../../testing/fakeHost";
import { numberRow, production, scheme } from "../../testing/numbering";
import { registerRow } from "../../testing/register";
import { moveOf } from "./move";
import { letterBehind, nth, parse, readBack, schemeOf } from "./number";

let host: FakeHost;

beforeEach(() => localStorage.clear());

const last = (command: string) => host.calls.filter((call) => call.command === command).at(-1)?.args;

/** Opens the exhibits of the Dutch claim; `marked` of its six documents are exhibits already. */
async function open(marked = 0, handlers: Handlers = {}) {
  host = new FakeHost(handlers);
  host.documents = ["e", "d", "c", "b", "a", "f"].map((id, i) =>
    documentRow(id, `Document ${id}`, {
      cases: ["dutch"],
      pages: i + 1,
      exhibits: i < marked ? [numberRow(`PX-00${i + 1}`)] : [],
    }),
  );
  if (marked > 0)
    host.schemes = [scheme({ count: marked, last: `PX-00${marked}`, next: `PX-00${marked + 1}` })];
  await openWindow();
  screen.getAllByTestId("case-link")[3]?.click();
  await screen.findByRole("heading", { name: "Consumentenbond" });
  await press("e");
  await screen.findAllByTestId("document-row");
  await waitFor(() => expect(document.activeElement?.classList.contains("document-grid")).toBe(true));
}

function type(label: string | RegExp, value: string) {
  const field = screen.getByLabelText<HTMLInputElement>(label);
  field.value = value;
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? "change" : "input", { bubbles: true }));
  return tick();
}

const cells = (testId = "order-row") =>
  screen
    .getAllByTestId(testId)
    .map((row) => [...row.querySelectorAll("[role=gridcell]")].map((cell) => cell.textContent?.trim()));

const counted = () => screen.getByTestId("renumber-count").textContent?.replace(/\s+/g, " ");

async function send(form: string) {
  await waitFor(() =>
    expect(screen.getByTestId(form).querySelector<HTMLButtonElement>("[type=submit]")?.disabled).toBe(false),
  );
  screen.getByTestId<HTMLFormElement>(form).requestSubmit();
}

test.each([
  ["PX-001", { prefix: "PX-", number: 1, digits: 3, letter: "" }],
  ["JJS23", { prefix: "JJS", number: 23, digits: 2, letter: "" }],
  ["Exhibit 12A", { prefix: "Exhibit ", number: 12, digits: 2, letter: "A" }],
  ["12", null],
  ["PX", null],
])("the mark %s is taken apart", (mark, parts) => expect(parse(mark)).toEqual(parts));

test("a first mark is read back, and goes on", () => {
  expect(readBack("PX-001")).toBe("PX-001, PX-002, PX-003, …");
  expect(readBack("PX")).toBeNull();
  expect(nth("PX-099", 1)).toBe("PX-100");
  expect(nth("JJS9", 1)).toBe("JJS10");
});

test("behind an exhibit go letters, the next that is free, to Z", () => {
  expect(letterBehind("PX-012", ["PX-011", "PX-012", "PX-013"])).toBe("PX-012A");
  expect(letterBehind("PX-012", ["PX-012", "PX-012A", "PX-012B"])).toBe("PX-012C");
  expect(letterBehind("PX-012", ["PX-012", "PX-012Z"])).toBeNull();
  expect(nth("PX-012Y", 1)).toBe("PX-012Z");
  expect(nth("PX-012Y", 2)).toBeNull();
});

test("a mark belongs to the scheme of its prefix", () => {
  const schemes = [scheme(), scheme({ scheme: "p", prefix: "P", first: "P1" })];
  expect(schemeOf("PX-004", schemes)?.scheme).toBe("px");
  expect(schemeOf("P4", schemes)?.scheme).toBe("p");
  expect(schemeOf("TT-000001", schemes)).toBeNull();
});

test("documents are marked by a new scheme, in the order that was given them in the sheet", async () => {
  await open();
  await press("ArrowDown", { shiftKey: true });
  await press("ArrowDown", { shiftKey: true });
  await screen.findByText("3 selected");
  await press("E", { shiftKey: true });
  await screen.findByTestId("mark-form");
  await waitFor(() => expect(screen.queryByLabelText("First mark")).toBeTruthy());
  await type("First mark", "PX-001");
  expect(screen.getByText("PX-001, PX-002, PX-003, …")).toBeTruthy();
  await waitFor(() => expect(cells().map(([mark, title]) => `${mark} ${title}`)).toHaveLength(3));
  screen.getByRole("grid", { name: /order of their marks/ }).focus();
  await press("ArrowDown", { altKey: true });
  await tick();
  expect(cells().map(([mark, title]) => `${mark} ${title}`)).toEqual([
    "PX-001 Document d",
    "PX-002 Document e",
    "PX-003 Document c",
  ]);
  expect(await violations()).toEqual([]);
  await send("mark-form");
  await waitFor(() => expect(host.count("exhibit_assign")).toBe(1));
  expect(last("scheme_add")).toEqual({ case: "dutch", first: "PX-001", whose: "" });
  expect(last("exhibit_assign")).toEqual({ scheme: "PX-", documents: ["d", "e", "c"] });
  await waitFor(() => expect(screen.getByTestId("status").textContent).toContain("PX-001 to PX-003"));
});

test("what bears a mark already is left out, and the next numbers are shown", async () => {
  await open(2);
  await press("a", { ctrlKey: true });
  await screen.findByText("6 selected");
  await press("E", { shiftKey: true });
  await waitFor(() => expect(cells()[0]?.[0]).toBe("PX-003"));
  expect(screen.getByText(/2 selected documents bear a mark of this scheme already/)).toBeTruthy();
  await type(/Behind an exhibit/, "2");
  await waitFor(() => expect(cells()[0]?.[0]).toBe("PX-002A"));
  await send("mark-form");
  await waitFor(() =>
    expect(last("exhibit_assign")).toEqual({
      scheme: "px",
      documents: ["c", "b", "a", "f"],
      behind: "PX-002",
    }),
  );
});

test("renumbering shows before and after, what changes first, and is one act", async () => {
  await open(3);
  await press("N", { shiftKey: true });
  await screen.findByTestId("renumber-form");
  await waitFor(() => expect(counted()).toContain("0 of 3 marks change"));
  await type("Order", "title");
  await waitFor(() => expect(counted()).toContain("2 of 3 marks change"));
  expect(cells()).toEqual([
    ["PX-003", "PX-001", "Document c"],
    ["PX-001", "PX-003", "Document e"],
    ["PX-002", "the same", "Document d"],
  ]);
  expect(await violations()).toEqual([]);
  await send("renumber-form");
  await waitFor(() => expect(last("exhibit_renumber")).toEqual({ scheme: "px", by: "title" }));
  await waitFor(() => expect(screen.getByTestId("status").textContent).toContain("Renumbered 2 exhibits"));
});

test("exhibits are put in an order of one’s own in the sheet", async () => {
  await open(3);
  await press("N", { shiftKey: true });
  await waitFor(() => expect(cells()).toHaveLength(3));
  await type("Order", "given");
  await waitFor(() =>
    expect(last("exhibit_plan")).toMatchObject({ by: "given", documents: ["e", "d", "c"] }),
  );
  const plans = host.count("exhibit_plan");
  screen.getByRole("grid", { name: "Marks before and after" }).focus();
  await press("ArrowDown", { altKey: true });
  await waitFor(() => expect(last("exhibit_plan")).toMatchObject({ documents: ["d", "e", "c"] }));
  await waitFor(() => expect(cells()[0]).toEqual(["PX-002", "PX-001", "Document d"]));
  expect(host.count("exhibit_plan")).toBe(plans + 1);
});

test("an exhibit moved in the register is shown before and after, then moved in one act", async () => {
  await open(3);
  await press("ArrowUp", { altKey: true, shiftKey: true });
  expect(screen.queryByTestId("renumber-form")).toBeNull();
  screen.getByRole("columnheader", { name: "Mark" }).querySelector("button")?.click();
  await waitFor(() =>
    expect(screen.getByRole("columnheader", { name: "Mark" }).getAttribute("aria-sort")).toBe("ascending"),
  );
  screen.getByRole("grid").focus();
  await press("ArrowDown");
  await press("ArrowDown");
  await press("ArrowUp", { altKey: true, shiftKey: true });
  await screen.findByTestId("renumber-form");
  await waitFor(() => expect(counted()).toContain("2 of 3 marks change"));
  await send("renumber-form");
  await waitFor(() =>
    expect(last("exhibit_renumber")).toEqual({ scheme: "px", by: "given", documents: ["c"], before: "d" }),
  );
});

test("exhibits move only among those of their scheme", () => {
  const row = (id: string, marks: string[]) =>
    registerRow(documentRow(id, id, { exhibits: marks.map((mark) => numberRow(mark)) }));
  const schemes = [scheme(), scheme({ scheme: "jjs", prefix: "JJS", first: "JJS1" })];
  const [px1, px2, jjs, none] = [
    row("a", ["PX-001"]),
    row("b", ["PX-002"]),
    row("c", ["JJS1"]),
    row("d", []),
  ];
  expect(moveOf([px2], [px1], "a", schemes)).toEqual({ scheme: "px", documents: ["b"], before: "a" });
  expect(moveOf([px1], [px2, jjs], "c", schemes)).toEqual({ scheme: "px", documents: ["a"], before: null });
  expect(moveOf([px1, jjs], [px2], "b", schemes)).toMatch(/one scheme/);
  expect(moveOf([px1], [jjs, none], "d", schemes)).toMatch(/those of their scheme/);
  expect(moveOf([none], [px1], "a", schemes)).toMatch(/mark it first/);
});

test("marks are taken off, and those behind move up where that is wished", async () => {
  await open(3);
  await press("Delete");
  await waitFor(() => expect(cells()).toEqual([["PX-001", "Document e"]]));
  expect(await violations()).toEqual([]);
  await send("remove-marks-form");
  await waitFor(() =>
    expect(last("exhibit_remove")).toEqual({ scheme: "px", documents: ["e"], close_gaps: true }),
  );
});

test("pages are numbered through; the ranges are shown before", async () => {
  await open();
  await press("ArrowDown", { shiftKey: true });
  await screen.findByText("2 selected");
  await press("B", { shiftKey: true });
  await waitFor(() =>
    expect(screen.getByLabelText<HTMLInputElement>("Name of the production").value).toBe("Production 1"),
  );
  await type("First number", "TT-000001");
  await waitFor(() =>
    expect(screen.getByTestId("bates-range").textContent).toContain("TT-000001 to TT-000003"),
  );
  expect(cells()).toEqual([
    ["TT-000001", "1", "Document e"],
    ["TT-000002 to TT-000003", "2", "Document d"],
  ]);
  expect(await violations()).toEqual([]);
  await send("bates-form");
  await waitFor(() =>
    expect(last("production_add")).toEqual({
      case: "dutch",
      name: "Production 1",
      first: "TT-000001",
      documents: ["e", "d"],
    }),
  );
});

test.each([
  [wireError("bad_value", "“TT” ends in no digits."), "First number"],
  [wireError("taken", "There is a production Production 1 already."), "Name of the production"],
])("what is wrong with a production is said at its field: %j", async (error, label) => {
  await open(0, {
    production_plan: () => {
      throw error;
    },
  });
  await press("B", { shiftKey: true });
  await screen.findByTestId("bates-form");
  await type("First number", "TT");
  const field = screen.getByLabelText(label);
  await waitFor(() => expect(field.getAttribute("aria-invalid")).toBe("true"));
  expect(
    document.getElementById(field.getAttribute("aria-describedby")?.split(" ").at(-1) ?? "")?.textContent,
  ).toContain(error.message);
});

test("productions are listed with their ranges, and taken away", async () => {
  await open();
  host.productions = [production()];
  await press("b");
  const row = await screen.findByTestId("production-row");
  expect(row.textContent).toContain("TT-000001 to TT-000003");
  expect(await violations()).toEqual([]);
  screen.getByRole("button", { name: "Remove First production" }).click();
  await waitFor(() => expect(last("production_remove")).toEqual({ production: "p1" }));
  await waitFor(() => expect(screen.queryByTestId("production-row")).toBeNull());
});

test("the concordance finds a document by its mark, and Enter opens it at its page", async () => {
  await open(2, {
    concordance: ({ find }) => [
      {
        ...{ document: "d", title: "Document d", page: 2, label: "ii", bates: [] },
        marks: [numberRow("PX-002"), numberRow("PX-004", { until: 9, until_at: "2021-03-03T10:00:00Z" })],
        earlier: find === "PX-004" ? "PX-004 until 3 March 2021, today PX-002" : null,
      },
    ],
  });
  await press("k");
  await screen.findByRole("heading", { name: "Concordance" });
  await type("Mark, Bates number or title", "PX-004");
  await type("Page or printed label", "ii");
  await waitFor(() => expect(last("concordance")).toEqual({ find: "PX-004", label: "ii", case: "dutch" }));
  const row = await screen.findByText("PX-004 until 3 March 2021, today PX-002");
  expect(screen.getByTestId("concordance-row").textContent).toMatch(
    /^PX-002\s+Document d, p. 2 \(printed ii\)/,
  );
  expect(await violations()).toEqual([]);
  row.closest("form")?.requestSubmit();
  await waitFor(() => expect(screen.queryByTestId("view-document")).toBeTruthy());
});

test("a number that nothing bears is said to be one", async () => {
  await open(2);
  await press("k");
  await screen.findAllByTestId("concordance-row");
  await type("Mark, Bates number or title", "ZZ-999");
  await screen.findByRole("heading", { name: "Nothing bears this number" });
  expect(await violations()).toEqual([]);
});

test("the concordance of a case is written as a table", async () => {
  await open(2);
  await press("k");
  (await screen.findByRole("button", { name: "Write as a table…" })).click();
  await waitFor(() =>
    expect(last("concordance_write")).toEqual({
      case: "dutch",
      path: "/exports/Consumentenbond concordance.xlsx",
    }),
  );
});

test.each([
  ["T", "tag-form", { add_tags: ["court"], remove_tags: [] }, "Add tags"],
  ["I", "tag-form", { add_issues: ["court"], remove_issues: [] }, "Add issues"],
])("Shift %s asks what to add", async (key, form, sent, label) => {
  await open();
  await press(key, { shiftKey: true });
  await screen.findByTestId(form);
  await type(label, "court");
  screen.getByLabelText(label).dispatchEvent(new FocusEvent("blur"));
  await tick();
  expect(await violations()).toEqual([]);
  await send(form);
  await waitFor(() => expect(last("document_mark")).toEqual({ documents: ["e"], ...sent }));
});

test("privilege asks for its basis, and can be taken off", async () => {
  await open();
  await press("P", { shiftKey: true });
  await screen.findByTestId("privilege-form");
  await type("On what basis", "Legal advice");
  expect(await violations()).toEqual([]);
  await send("privilege-form");
  await waitFor(() => expect(last("document_mark")).toEqual({ documents: ["e"], privilege: "Legal advice" }));
});

test("documents are filed in another case, and taken out of this one", async () => {
  await open();
  await press("f");
  await screen.findByTestId("file-form");
  await type("File in", "illinois");
  expect(await violations()).toEqual([]);
  await send("file-form");
  await waitFor(() => expect(last("document_mark")).toEqual({ documents: ["e"], file_in: ["illinois"] }));
  await waitFor(() => expect(screen.queryByTestId("file-form")).toBeNull());
  await press("F", { shiftKey: true });
  await waitFor(() => expect(last("document_mark")).toEqual({ documents: ["e"], take_out_of: ["dutch"] }));
});

test("the register is exported as it is shown, or as a privilege log", async () => {
  await open();
  await press("E", { ctrlKey: true, shiftKey: true });
  await screen.findByTestId("export-register-form");
  await type("Rows", "log");
  expect(await violations()).toEqual([]);
  await send("export-register-form");
  await waitFor(() =>
    expect(last("register_write")).toEqual({
      order: { filter: { case: "dutch" } },
      path: "/exports/Consumentenbond privilege log.xlsx",
      privilege_log: true,
    }),
  );
});

test("a library that can only be read offers no act on documents", async () => {
  await open();
  host.send({
    kind: "changed",
    body: { changed: changed(), library: libraryInfo({ read_only: "Another Proofline has it open." }) },
  });
  await waitFor(() => expect(screen.queryByTestId("selected-count")).toBeNull());
  await press("s");
  await press("E", { shiftKey: true });
  expect(host.count("document_mark")).toBe(0);
  expect(screen.queryByTestId("mark-form")).toBeNull();
});
