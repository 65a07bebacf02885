import { screen, waitFor, within } from "@testing-library/svelte";
import { beforeEach, expect, test } from "vitest";
import type { Commands, DocumentRow, NearDocuments, NearRow, RelativeRow } from "../../api/generated/wire";
import { openWindow, press, violations } from "../../testing/act";
import { documentRow, importProgress, pageView } from "../../testing/build";
import { FakeHost, wireError, type Handlers } from "../../testing/fakeHost";
import { later } from "../../testing/later";
import { DOCUMENTS } from "../../testing/sample";
import { insideWords } from "./family.svelte";
import { parts } from "./parts.svelte";

beforeEach(() => {
  localStorage.clear();
  parts.reset();
});

const ATTACHED = [
  documentRow("figures", "figures.pdf", { parent: "note" }),
  documentRow("locked", "locked.pdf", { parent: "note", outcome: "encrypted", pages: 0 }),
  documentRow("box", "box.zip", { parent: "note", kind_words: "archive", attachments: 2 }),
];
const MAIL = { kind_words: "e-mail", attachments: 3 };

/** Opens the Dutch note, as it is given here, with other documents beside it. */
async function open(of: Partial<DocumentRow>, handlers: Handlers = {}, others = ATTACHED) {
  const host = new FakeHost(handlers);
  host.documents = [
    ...DOCUMENTS.map((row) => (row.document === "note" ? { ...row, ...of } : row)),
    ...others,
  ];
  await openWindow();
  await waitFor(() => expect(document.activeElement?.getAttribute("role")).toBe("grid"));
  for (let i = 0; i < 8; i++) await press("ArrowDown");
  await press("Enter");
  await screen.findByTestId("part-marks");
  return host;
}

const plain = (element: HTMLElement) => element.textContent.replace(/\s+/g, " ").trim();
const text = (testId: string) => plain(screen.getByTestId(testId));
const titled = (title: string) => waitFor(() => expect(text("document-title")).toBe(title));
const PATIENT = { timeout: 5000 };

function asked(host: FakeHost, command: keyof Commands): number {
  return host.count(command);
}

test("an e-mail’s attachments stand above its page, with why one could not be read; axe finds nothing", async () => {
  const host = await open(MAIL);
  const attached = await screen.findAllByTestId("relative-inside");
  expect(text("inside")).toContain("3 attachments");
  expect(attached.map(plain)).toEqual(["figures.pdf PDF", "locked.pdf Encrypted", "box.zip archive"]);
  expect(text("part-family")).toContain("box.zip archive, 2 files inside");
  expect(asked(host, "document_relatives")).toBe(1);
  expect(await violations()).toEqual([]);
});

test("from an e-mail to its attachments one after the other, and back to the e-mail", async () => {
  await open(MAIL);
  (await screen.findAllByTestId("relative-inside"))[1]?.click();
  await titled("locked.pdf");
  await waitFor(() => expect(text("lies-inside")).toContain("2 of 3"));
  expect(screen.queryByTestId("inside")).toBeNull();
  await press("PageDown", { altKey: true });
  await titled("box.zip");
  await press("PageDown", { altKey: true });
  await waitFor(() => expect(text("status")).toContain("There is no other one there."));
  await press("PageUp", { altKey: true });
  await titled("locked.pdf");
  screen.getByTestId("relative-around").click();
  await titled("Dutch claim, sample press note");
  await press("y");
  await titled("figures.pdf");
  await press("y");
  await titled("Dutch claim, sample press note");
});

test("of an archive of thousands a part is named, and all of it is in the register", async () => {
  const row = (i: number): RelativeRow => ({
    ...{ document: `d${i}`, title: `${i}.txt`, kind_words: "text", outcome: "ok", inside: 0 },
  });
  const rows = Array.from({ length: 50 }, (_, i) => row(i));
  const inside = { total: 12_000, from: 0, rows };
  await open(
    { kind_words: "archive", attachments: 12_000 },
    { document_relatives: ({ document }) => ({ document, around: [], beside: null, inside }) },
  );
  expect(await screen.findAllByTestId("relative-inside")).toHaveLength(8);
  expect(text("inside")).toContain("and 11,992 more");
  expect(screen.getAllByTestId("relative")).toHaveLength(10);
  screen.getByRole("button", { name: "All 12,000 in the register" }).click();
  await screen.findAllByTestId("document-row");
  expect(screen.getByRole("button", { name: /Inside: Dutch claim, sample press note/ })).toBeTruthy();
  await waitFor(() => expect(screen.getAllByTestId("document-row")).toHaveLength(ATTACHED.length));
});

test("nothing is shown where a document lies in nothing and holds nothing", async () => {
  const host = await open({});
  for (const id of ["inside", "lies-inside", "part-family"]) expect(screen.queryByTestId(id)).toBeNull();
  expect(asked(host, "document_relatives")).toBe(0);
});

test.each([
  ["e-mail", 1, "1 attachment"],
  ["Outlook mailbox", 2, "2 messages"],
  ["archive", 1, "1 file inside"],
])("what lies inside has the word of its kind: %s", (kind, inside, words) => {
  expect(insideWords(kind, inside)).toBe(words);
});

function near(document: string, title: string, shares: [number, number], same = false): NearRow {
  return { document, title, share_of_this: shares[0], share_of_that: shares[1], same_words: same };
}

function answer(of: Partial<NearDocuments> = {}): NearDocuments {
  return { document: "note", too_short: false, unsigned: 0, near: [], ...of };
}

test("near-duplicates are told by both shares, apart from what only quotes; a click opens one", async () => {
  const others = [
    near("summary", "Press summary", [0.881, 0.9996]),
    near("copy", "The note again", [1, 1], true),
    near("memo", "Order on consolidation", [0.9, 0.004]),
  ];
  await open({}, { document_near: () => answer({ near: others }) });
  await screen.findAllByTestId("near", {}, PATIENT);
  const [first, same, quoting] = screen.getAllByTestId("near").map((each) => plain(each));
  expect(first).toContain("99 % of its words stand here too, 88 % of the words here stand there.");
  expect(same).toContain("The same words in the same order.");
  expect(quoting).toContain("less than 1 % of its words stand here too, 90 %");
  expect(text("near-told")).toBe("2 near-duplicates.");
  expect(text("part-near")).toContain("1 other document with some of its text");
  expect(await violations()).toEqual([]);
  within(screen.getByTestId("part-near")).getByRole("button", { name: "Press summary" }).click();
  await titled("Press summary");
});

test("that there are none is said only once they were looked for", async () => {
  const found = later<NearDocuments>();
  await open({}, { document_near: () => found.promise });
  expect(text("part-near")).toContain("are compared");
  expect(text("part-near")).not.toContain("No near-duplicates");
  found.resolve(answer());
  await waitFor(() => expect(text("part-near")).toContain("No near-duplicates."), PATIENT);
});

test.each<[string, Partial<DocumentRow>, Handlers, string]>([
  ["a short text", {}, { document_near: () => answer({ too_short: true }) }, "too short to be compared"],
  [
    "documents of an older version",
    {},
    { document_near: () => answer({ unsigned: 3 }) },
    "3 documents of an older version of Proofline are not compared.",
  ],
  ["a part of a document", { outcome: "partial" }, {}, "Only what was read of this document is compared."],
  [
    "an error",
    {},
    {
      document_near: () => {
        throw wireError("damaged", "The library cannot be read.");
      },
    },
    "The library cannot be read.",
  ],
])("what was not compared is said: %s", async (_, of, handlers, words) => {
  await open(of, handlers);
  await waitFor(() => expect(text("part-near")).toContain(words), PATIENT);
});

test("what has no text is not compared", async () => {
  const host = await open({ outcome: "encrypted", pages: 0 });
  expect(screen.queryByTestId("part-near")).toBeNull();
  expect(asked(host, "document_near")).toBe(0);
});

test("comparing waits for the page, and its answer is dropped where another document was opened meanwhile", async () => {
  const page = later<Commands["page_show"]["answer"]>();
  const found = later<NearDocuments>();
  const host = await open(MAIL, {
    page_show: () => page.promise,
    document_near: ({ document }) => (document === "note" ? found.promise : answer({ document })),
  });
  await new Promise((done) => setTimeout(done, 700));
  expect(asked(host, "document_near")).toBe(0);
  page.resolve(pageView("They ask."));
  await waitFor(() => expect(asked(host, "document_near")).toBe(1), PATIENT);
  (await screen.findAllByTestId("relative-inside"))[0]?.click();
  await titled("figures.pdf");
  found.resolve(answer({ near: [near("memo", "Late", [1, 1])] }));
  await waitFor(() => expect(text("part-near")).toContain("No near-duplicates."), PATIENT);
  expect(screen.queryByText("Late")).toBeNull();
});

test("while an import runs, it is said that what it brings is compared later", async () => {
  const host = await open({});
  host.send({ kind: "import", body: importProgress({ done: 1, total: 9 }) });
  await waitFor(() =>
    expect(text("part-near")).toContain("What the import brings is compared when it is over."),
  );
});

test("an e-mail shows the exchange that it belongs to, and nothing that is no message asks for one", async () => {
  const sent = "2021-06-23T12:00:00+00:00";
  const exchange = [
    { document: "figures", title: "The question", from: "a@example.org", sent },
    { document: "note", title: "The answer", from: "b@example.org", sent: "" },
  ];
  const named = { ...MAIL, metadata: [{ name: "message-id", value: "b@example.org" }] };
  const host = await open(named, { document_thread: () => exchange });
  const messages = await screen.findAllByTestId("thread-message");
  expect(messages.map(plain)[0]).toContain("The question a@example.org, ");
  expect(screen.getByText("The answer").getAttribute("aria-current")).toBe("true");
  expect(await violations()).toEqual([]);
  screen.getByRole("button", { name: "The question" }).click();
  await waitFor(() => expect(screen.queryByTestId("thread-message")).toBeNull());
  expect(host.count("document_thread")).toBe(1);
});
