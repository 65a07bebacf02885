import { fireEvent, screen, waitFor, within } from "@testing-library/svelte";
import { tick } from "svelte";
import { beforeEach, expect, test, vi } from "vitest";
import type { Commands, DocumentRow } from "../../api/generated/wire";
import { openWindow, press, violations } from "../../testing/act";
import { changed, day, documentRow, libraryInfo } from "../../testing/build";
import { custodyRow } from "../../testing/custody";
import { FakeHost, wireError, type Handlers } from "../../testing/fakeHost";
import { numberRow } from "../../testing/numbering";
import { DOCUMENTS } from "../../testing/sample";
import { parts } from "./parts.svelte";

beforeEach(() => {
  localStorage.clear();
  parts.reset();
});

const FULL: Partial<DocumentRow> = {
  marks: {
    ...{ reviewed: true, starred: true, confidential: true, privilege: "Lawyer and client" },
    ...{ relevance: "key", tags: ["children"], issues: ["consent"] },
  },
  dates_from: [
    { date: "dated", read_from: "header", detail: "Date" },
    { date: "published", read_from: "text", detail: "2" },
    { date: "event", read_from: "person", detail: "" },
  ],
  event_date: day("2021-06-23", "23 June 2021"),
  exhibits: [numberRow("PX-001")],
  bates: [numberRow("TT-000001 – TT-000002", { series: "p1" })],
  locations: [
    {
      ...{
        path: "/mail/a.pdf",
        obtained: "downloaded",
        obtained_by: "J. Doe",
        obtained_from: "https://a.example",
      },
      ...{
        obtained_on: day("2021-07-01", "1 July 2021"),
        account: "office",
        imported_at: "2026-11-20T10:00:00Z",
      },
    },
    {
      ...{ path: "/copies/b.pdf", obtained: "", obtained_by: "", obtained_from: "", account: "" },
      ...{ obtained_on: day("2021-07-02", "2 July 2021"), imported_at: "2026-11-20T10:00:00Z" },
    },
  ],
  metadata: [{ name: "creation_date", value: "1 January 1970" }],
  custody: "verified",
  verified_at: "2026-11-21T09:30:00Z",
};

/** A host whose Dutch note is as it is given here. */
function hostOf(of: Partial<DocumentRow>, handlers: Handlers = {}): FakeHost {
  const host = new FakeHost(handlers);
  host.documents = DOCUMENTS.map((row) => (row.document === "note" ? { ...row, ...of } : row));
  return host;
}

/** Opens the Dutch note. */
async function open(host: FakeHost) {
  await openWindow();
  await waitFor(() => expect(document.activeElement?.getAttribute("role")).toBe("grid"));
  for (let i = 0; i < 8; i++) await press("ArrowDown");
  await press("Enter");
  await screen.findByTestId("part-marks");
  return host;
}

const read = (of: Partial<DocumentRow> = {}, handlers: Handlers = {}) => open(hostOf(of, handlers));

function sent<K extends keyof Commands>(host: FakeHost, command: K) {
  return host.calls.findLast((call) => call.command === command)?.args as Commands[K]["args"] | undefined;
}

const text = (testId: string) => screen.getByTestId(testId).textContent.replace(/\s+/g, " ").trim();
const status = (words: string) => waitFor(() => expect(text("status")).toContain(words));
const untouched = { title: null, source: null, origin: null, dated: null, published: null };
const filing = { file_in: [], take_out_of: [] };

test("axe finds nothing in a document with every mark, date and place", async () => {
  await read(FULL);
  await screen.findAllByTestId("custody-line");
  expect(await violations()).toEqual([]);
});

test("each of the four dates says where it was read from", async () => {
  await read(FULL);
  expect(text("date-event")).toContain("23 June 2021 a person");
  expect(text("date-dated")).toContain("24 June 2021 header: Date");
  expect(text("date-published")).toContain("24 June 2021 text, page 2");
  expect(text("date-captured")).toContain("not known");
});

test("a document is filed in a case and taken out of one", async () => {
  const host = await read();
  await fireEvent.change(screen.getByTestId("file-in"), { target: { value: "ftc" } });
  await waitFor(() =>
    expect(sent(host, "document_edit")).toEqual({
      ...{ document: "note", ...untouched, file_in: ["ftc"], take_out_of: [] },
    }),
  );
  screen.getByTestId("take-out").click();
  await waitFor(() => expect(sent(host, "document_edit")?.take_out_of).toEqual(["dutch"]));
  await status("Taken out of Consumentenbond: Dutch claim");
});

test("title, source and origin are edited in place, and only what was changed is sent", async () => {
  const host = await read();
  screen.getByTestId("document-edit").click();
  await screen.findByTestId("document-edit-form");
  expect(await violations()).toEqual([]);
  const title = screen.getByLabelText("Title");
  await fireEvent.input(title, { target: { value: "Press note" } });
  title.focus();
  await press("Enter", { ctrlKey: true });
  await waitFor(() => expect(screen.queryByTestId("document-edit-form")).toBeNull());
  expect(sent(host, "document_edit")).toEqual({
    ...{ document: "note", ...untouched, ...filing, title: "Press note" },
  });
});

async function editDate(kind: string) {
  within(screen.getByTestId(`date-${kind}`))
    .getByRole("button", { name: /Edit/ })
    .click();
  await screen.findByTestId("date-form");
}

test("a changed date without more is a person’s; one that cannot be read is said at its field", async () => {
  const refused = wireError("bad_date", "“soon” is no date.");
  const host = await read(FULL, {
    document_edit: (args) => {
      if (args.published === "soon") throw refused;
      return documentRow("note", "Note");
    },
  });
  await editDate("published");
  expect(await violations()).toEqual([]);
  const field = screen.getByLabelText<HTMLInputElement>("Published");
  expect(screen.getByLabelText<HTMLSelectElement>("Read from").value).toBe("text");
  await fireEvent.input(field, { target: { value: "soon" } });
  expect(screen.getByLabelText<HTMLSelectElement>("Read from").value).toBe("person");
  field.focus();
  await press("Enter", { ctrlKey: true });
  await screen.findByRole("alert");
  expect(field.getAttribute("aria-invalid")).toBe("true");
  await fireEvent.input(field, { target: { value: "4 Aug 2020" } });
  await press("Enter", { ctrlKey: true });
  await waitFor(() => expect(screen.queryByTestId("date-form")).toBeNull());
  expect(sent(host, "document_edit")).toEqual({
    ...{ document: "note", ...untouched, ...filing, published: "4 Aug 2020" },
  });
});

test("where a date was read from is chosen, and can be said of a date that stays", async () => {
  const host = await read(FULL);
  await editDate("captured");
  await fireEvent.input(screen.getByLabelText("Captured"), { target: { value: "1 July 2021" } });
  await fireEvent.change(screen.getByLabelText("Read from"), { target: { value: "file" } });
  await fireEvent.input(screen.getByLabelText("Field"), { target: { value: "CreationDate" } });
  screen.getByRole("button", { name: /^Save/ }).click();
  const basis = { date: "captured", read_from: "file", detail: "CreationDate" };
  await waitFor(() =>
    expect(sent(host, "document_edit")).toEqual({
      ...{ document: "note", ...untouched, ...filing, captured: "1 July 2021", dates_from: [basis] },
    }),
  );
  await waitFor(() => expect(screen.queryByTestId("date-form")).toBeNull());
  await editDate("published");
  await fireEvent.input(within(screen.getByTestId("date-form")).getByLabelText("Page"), {
    target: { value: "3" },
  });
  screen.getByRole("button", { name: /^Save/ }).click();
  await waitFor(() =>
    expect(sent(host, "document_edit")?.dates_from).toEqual([
      { date: "published", read_from: "text", detail: "3" },
    ]),
  );
  expect(sent(host, "document_edit")?.published).toBeNull();
});

test.each<[string, KeyboardEventInit, object]>([
  ["r", {}, { reviewed: true }],
  ["s", {}, { starred: true }],
  ["C", { shiftKey: true }, { confidential: true }],
  ["1", { altKey: true }, { relevance: "key" }],
  ["3", { altKey: true }, { relevance: "not_relevant" }],
  ["0", { altKey: true }, { relevance: "" }],
])("the key %s marks the document that is read", async (key, held, marks) => {
  const host = await read();
  await press(key, held);
  await waitFor(() => expect(sent(host, "document_mark")).toEqual({ documents: ["note"], ...marks }));
});

test("marks are changed where they stand, and what changed is fetched", async () => {
  const host = await read(FULL);
  const reviewed = screen.getByTestId("mark-reviewed");
  expect(reviewed.getAttribute("aria-pressed")).toBe("true");
  reviewed.click();
  await status("Not reviewed: Dutch claim");
  host.send({ kind: "changed", body: { changed: changed({ events: [] }), library: libraryInfo({}) } });
  await waitFor(() => expect(screen.getByTestId("mark-reviewed").getAttribute("aria-pressed")).toBe("false"));
  screen.getByTestId("relevance-key").click();
  await waitFor(() => expect(sent(host, "document_mark")).toEqual({ documents: ["note"], relevance: "" }));
});

test("a privilege has a basis, and the focus comes back to where it was asked for", async () => {
  const host = await read();
  await press("P", { shiftKey: true });
  await screen.findByTestId("privilege-form");
  expect(await violations()).toEqual([]);
  const save = screen.getByRole<HTMLButtonElement>("button", { name: /^Save/ });
  expect(save.disabled).toBe(true);
  await fireEvent.input(screen.getByLabelText("Basis of the privilege"), {
    target: { value: "Journalistic source" },
  });
  save.click();
  await status("Privileged (Journalistic source): Dutch claim");
  expect(sent(host, "document_mark")).toEqual({ documents: ["note"], privilege: "Journalistic source" });
  screen.getByTestId("privilege-on").focus();
  screen.getByTestId("privilege-on").click();
  await screen.findByTestId("privilege-form");
  await press("Escape");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByTestId("privilege-on")));
  expect(screen.getByTestId("inspector")).toBeTruthy();
});

test("tags and issues are added and taken away, one at a time", async () => {
  const host = await read(FULL);
  await press("t", { altKey: true });
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Tags")));
  await fireEvent.input(screen.getByLabelText("Tags"), { target: { value: "press" } });
  await press("Enter");
  const added = { documents: ["note"], add_tags: ["press"], remove_tags: [] };
  await fireEvent.blur(screen.getByLabelText("Tags"));
  await waitFor(() => expect(sent(host, "document_mark")).toEqual(added));
  within(screen.getByTestId("mark-tags"))
    .getByRole("button", { name: /consent/ })
    .click();
  const removed = { documents: ["note"], add_issues: [], remove_issues: ["consent"] };
  await waitFor(() => expect(sent(host, "document_mark")).toEqual(removed));
});

test("every place is listed, and how it was obtained is edited in its place", async () => {
  const host = await read(FULL);
  expect(screen.getByText("The same bytes were found in 2 places")).toBeTruthy();
  const [first] = screen.getAllByTestId("place");
  for (const words of ["downloaded", "J. Doe", "https://a.example", "1 July 2021", "office"])
    expect(first?.textContent).toContain(words);
  within(first as HTMLElement)
    .getByRole("button", { name: /Edit/ })
    .click();
  await screen.findByTestId("place-form");
  expect(await violations()).toEqual([]);
  await fireEvent.input(screen.getByLabelText("By whom"), { target: { value: " A. Roe " } });
  screen.getByRole("button", { name: /^Save/ }).click();
  const args = { document: "note", path: "/mail/a.pdf", obtained_by: "A. Roe" };
  await waitFor(() => expect(sent(host, "location_edit")).toEqual(args));
});

test("earlier numbers are asked for on demand", async () => {
  const old = numberRow("PX-004", { until: 9, until_at: "2026-11-21T09:00:00Z" });
  const rest = { page: null, label: null, earlier: null };
  const host = await read(FULL, {
    concordance: () => [
      { document: "note", title: "Note", marks: [numberRow("PX-001"), old], bates: [], ...rest },
    ],
  });
  expect(screen.getByTestId("part-numbers").textContent).toContain("TT-000001 – TT-000002");
  screen.getByTestId("part-numbers").querySelector("summary")?.click();
  await tick();
  expect(text("part-numbers")).toBe("Numbers PX-001 · TT-000001 – TT-000002");
  screen.getByTestId("part-numbers").querySelector("summary")?.click();
  await tick();
  expect(host.count("concordance")).toBe(0);
  screen.getByTestId("show-earlier").click();
  expect((await screen.findByTestId("earlier-numbers")).textContent).toContain("PX-004");
  expect(sent(host, "concordance")).toEqual({ find: "note" });
});

test("what the file claims is folded at first, and a part stays as it was left", async () => {
  await read(FULL);
  const claims = screen.getByTestId("part-claims");
  expect(claims.textContent).toContain("The file claims");
  expect(claims.textContent).not.toContain("1 January 1970");
  claims.querySelector("summary")?.click();
  await tick();
  expect(claims.textContent).toContain("creation date");
  expect(text("part-claims")).toContain("a claim, not a fact");
  screen.getByTestId("part-dates").querySelector("summary")?.click();
  expect(localStorage.getItem("proofline.inspector-parts")).toBe("dates");
});

test.each([
  [{ custody: "verified", verified_at: "2026-11-21T09:30:00Z" }, "the bytes are what was imported"],
  [{ custody: "failed", verified_at: "2026-11-21T09:30:00Z" }, "the bytes are not what was imported"],
  [{ custody: "not_verified", verified_at: null }, "Not verified since it was imported"],
] as const)("the state of the bytes is said in words: %o", async (of, words) => {
  await read(of);
  expect(text("custody-standing")).toContain(words);
});

test("custody is oldest first, with lines and hashes; the middle of a long one is left out", async () => {
  const rows = Array.from({ length: 100 }, (_, i) => custodyRow(i + 1, `act ${i + 1}`));
  await read({}, { custody_list: () => rows });
  const lines = await screen.findAllByTestId("custody-line");
  expect(lines).toHaveLength(25);
  expect(lines[0]?.textContent).toMatch(/1\s+act 1.*11111111/s);
  expect(lines.at(-1)?.textContent).toContain("act 100");
  screen.getByRole("button", { name: "Show the 75 lines between" }).click();
  await waitFor(() => expect(screen.getAllByTestId("custody-line")).toHaveLength(100));
});

test("a copy goes out with its reason, and another program gets one; both say that it is noted", async () => {
  const host = await read();
  await press("S", { ctrlKey: true, shiftKey: true });
  await screen.findByTestId("copy-out-form");
  expect(await violations()).toEqual([]);
  await fireEvent.input(screen.getByLabelText("Why, or for whom"), { target: { value: "for counsel" } });
  await press("Enter", { ctrlKey: true });
  const args = { document: "note", path: "/exports/note.pdf", reason: "for counsel" };
  await waitFor(() => expect(sent(host, "document_export")).toEqual(args));
  await status("noted on the ledger");
  await press("O", { ctrlKey: true, shiftKey: true });
  await waitFor(() => expect(sent(host, "document_view_outside")).toEqual({ document: "note" }));
});

test("the hash is shown whole and copied", async () => {
  const writeText = vi.fn(async () => {});
  vi.stubGlobal("navigator", Object.assign(navigator, { clipboard: { writeText } }));
  await read();
  const hash = DOCUMENTS[0]?.sha256 ?? "";
  expect(text("hash")).toBe(hash);
  screen.getByTestId("copy-hash").click();
  await status("Copied the SHA-256.");
  expect(writeText).toHaveBeenCalledWith(hash);
  vi.unstubAllGlobals();
});

test("a library that can only be read shows all of it and changes nothing", async () => {
  const host = hostOf(FULL);
  host.info = libraryInfo({ read_only: "Another Proofline has it open." });
  await open(host);
  expect(text("privilege")).toContain("Lawyer and client");
  expect(screen.getByTestId("inspector").textContent).toContain("children");
  const gone = ["document-edit", "file-in", "take-out", "mark-reviewed", "privilege-off", "mark-tags"];
  for (const id of gone) expect(screen.queryByTestId(id)).toBeNull();
  expect(screen.queryAllByRole("button", { name: /^Edit/ })).toEqual([]);
  expect(screen.queryByRole("button", { name: /Export a copy/ })).toBeNull();
});

test("the register shows the same of the document that is selected", async () => {
  const host = hostOf(FULL);
  await openWindow();
  screen.getAllByTestId("case-link")[3]?.click();
  await screen.findByTestId("exhibits-tab");
  await press("e");
  await screen.findAllByTestId("document-row");
  expect(await screen.findByTestId("part-custody")).toBeTruthy();
  expect(text("document-title")).toBe("Dutch claim, sample press note");
  screen.getByTestId("mark-confidential").click();
  await waitFor(() =>
    expect(sent(host, "document_mark")).toEqual({ documents: ["note"], confidential: false }),
  );
});
