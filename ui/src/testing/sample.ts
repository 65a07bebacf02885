import type { CaseRow, DocumentRow, EventRow, PartyRef } from "../api/generated/wire";
import { account, amount, caseRow, day, documentRow, event, span, support, UNDATED, within } from "./build";

/** A small library for tests: five matters against one company, with every shape of date. */

const NOTE_TEXT = `A Dutch claim

Sample written for Proofline from public reporting.

Consumentenbond and the foundation Take Back Your Privacy ask the company to pay 1.5 billion euros. The two groups want damages for between 1.2 and 1.6 million children in the Netherlands.

They also ask for the data to be deleted, and will go to court if the company does not comply. The company says that it will speak with external experts.`;

/** The text of a page, where it is other than the note's. */
export const PAGES: Record<string, string> = { "note 1": NOTE_TEXT };

export function partyRef(name: string): PartyRef {
  return { party: name, name, kind: "organisation" };
}

const relation = {
  kind: "waits_on" as const,
  kind_words: "waits on",
  to: "illinois",
  to_name: "Consumer privacy litigation",
  note: "The same questions of law are before the other court.",
};

export const CASES: CaseRow[] = [
  caseRow("longfield", "Longfield v TikTok", {
    forum: "High Court, London",
    status: "pending",
    events: 5,
    documents: 2,
    next: {
      event: "hearing",
      title: "Hearing",
      date: within("2021-04~", "2021-04-01", "2021-04-30", "about April 2021"),
      due: { standing: "overdue", words: "overdue since 30 April 2021" },
    },
    relations: [relation],
  }),
  caseRow("illinois", "Consumer privacy litigation", {
    forum: "N.D. Illinois, multidistrict",
    colour: 1,
    events: 3,
    documents: 1,
  }),
  caseRow("ftc", "FTC and Musical.ly", {
    forum: "Federal Trade Commission",
    colour: 2,
    events: 1,
    documents: 1,
  }),
  caseRow("dutch", "Consumentenbond", { forum: "Netherlands, claim", colour: 3, events: 2, documents: 1 }),
  caseRow("pta", "PTA bans", { forum: "Pakistan, government action", colour: 4, events: 2 }),
];

const note = {
  document: "note",
  document_title: "Dutch claim, sample press note",
  published: day("2021-06-24", "24 June 2021"),
  page: 1,
};

const dutch = { case: "dutch", case_name: "Consumentenbond" };
const illinois = { case: "illinois", case_name: "Consumer privacy litigation" };
const pta = { case: "pta", case_name: "PTA bans" };

export const EVENTS: EventRow[] = [
  event("period", {
    title: "Period that the London claim covers",
    kind: "period",
    date: span("2018-05-25/..", "2018-05-25", null, "from 25 May 2018"),
    support: support("several", "2 sources, 2 origins", 2, 2),
  }),
  event("fine", {
    case: "ftc",
    case_name: "FTC and Musical.ly",
    title: "FTC fines the company $5.7 million over Musical.ly",
    kind: "fine",
    status: "confirmed",
    date: within("2019", "2019-01-01", "2019-12-31", "2019"),
    parties: [partyRef("Federal Trade Commission"), partyRef("Musical.ly")],
    support: support("one_origin", "2 sources, 1 origin", 2, 1),
    accounts: [
      account("a-fine", { amounts: [amount("fined", "$5,700,000 in total", { as_stated: "$5.7m" })] }),
    ],
  }),
  event("panel", {
    ...illinois,
    title: "Panel sends twenty suits to the Northern District of Illinois, Judge John Z. Lee",
    kind: "consolidation",
    date: day("2020-08-04", "4 August 2020"),
    parties: [partyRef("Judge John Z. Lee")],
    accounts: [account("a-panel", { stated: "Tuesday", date: day("2020-08-04", "4 August 2020") })],
  }),
  event("ban-1", {
    ...pta,
    title: "First ban in Pakistan, for failing to moderate unlawful content",
    kind: "ban",
    tags: ["ban", "Pakistan"],
    starred: true,
    date: within("2020-10", "2020-10-01", "2020-10-31", "October 2020"),
    parties: [partyRef("Pakistan Telecommunication Authority")],
  }),
  event("girl", {
    title: "Girl of twelve allowed to sue anonymously",
    kind: "ruling",
    status: "disputed",
    date: within("2020-12~", "2020-12-01", "2020-12-31", "about December 2020"),
    parties: [partyRef("Anne Longfield"), partyRef("Mr Justice Warby")],
    support: support("several", "2 sources, 2 origins", 2, 2),
    conflicts: ["Two accounts differ on the date: December 2020, and “last year”."],
  }),
  event("settlement", {
    ...illinois,
    title: "Settlement of $92 million agreed in Illinois",
    kind: "settlement",
    date: within("2021-02", "2021-02-01", "2021-02-28", "February 2021"),
    parties: [partyRef("ByteDance")],
    accounts: [account("a-settle", { amounts: [amount("settled", "$92,000,000 in total")] })],
  }),
  event("ban-2", {
    ...pta,
    title: "Second ban in Pakistan, lifted later",
    kind: "ban",
    date: within("2021-03", "2021-03-01", "2021-03-31", "March 2021"),
  }),
  event("hearing", {
    title: "Hearing of the representative claim",
    kind: "hearing",
    status: "scheduled",
    date: within("2021-04~", "2021-04-01", "2021-04-30", "about April 2021"),
    due: { standing: "overdue", words: "overdue since 30 April 2021" },
    tags: ["court"],
    parties: [partyRef("Anne Longfield"), partyRef("Scott and Scott")],
  }),
  event("demand", {
    ...dutch,
    title: "Consumentenbond and Take Back Your Privacy demand €1.5 billion",
    kind: "claim",
    date: day("2021-06-24", "24 June 2021"),
    parties: ["Consumentenbond", "Take Back Your Privacy", "Sandra Molenaar", "TikTok"].map(partyRef),
    support: support("several", "2 sources, 2 origins", 2, 2),
    conflicts: ["Two accounts differ: 1.2 to 1.6 million children, and “over a million”."],
    accounts: [
      account("a-note", {
        ...note,
        stated: "Thursday",
        date: day("2021-06-24", "24 June 2021"),
        quote: "between 1.2 and 1.6 million children",
        prefix: "The two groups want damages for ",
        suffix: " in the Netherlands.",
        quantities: ["1.2 to 1.6 million children"],
        amounts: [
          amount("claimed", "€1,500,000,000 in total", {
            currency: "EUR",
            as_stated: "1.5 billion euros",
            converted: "about $1.8 billion",
          }),
        ],
      }),
      account("a-summary", {
        document: "summary",
        document_title: "Press summary",
        page: 2,
        asserted_by: "Press summary",
        published: day("2021-06-25", "25 June 2021"),
        quote: "over a million children",
        prefix: "The foundation speaks of ",
        suffix: ".",
        verified: false,
        quantities: ["over a million children"],
      }),
    ],
  }),
  event("commission", {
    ...dutch,
    title: "Commission’s month to answer consumer complaints ends",
    kind: "deadline",
    status: "alleged",
    date: within("../2021-06-30", null, "2021-06-30", "before 30 June 2021"),
    support: support("allegation", "allegation only"),
  }),
  event("korea", {
    title: "Korea: fine for how children’s data was collected",
    kind: "fine",
    date: UNDATED,
    support: support("nothing", "rests on nothing", 0, 0),
  }),
  event("ico", { title: "Information Commissioner: investigation", kind: "investigation", date: UNDATED }),
];

export const DOCUMENTS: DocumentRow[] = [
  documentRow("note", "Dutch claim, sample press note", {
    cases: ["dutch"],
    published: day("2021-06-24", "24 June 2021"),
    dated: day("2021-06-24", "24 June 2021"),
    cited: 2,
    metadata: [{ name: "author", value: "Proofline sample" }],
  }),
  documentRow("summary", "Press summary", { pages: 2, cases: ["dutch"], cited: 1 }),
  documentRow("memo", "Order on consolidation, sample memo", {
    ...{ pages: 8, cases: ["illinois"], cited: 4, parent: "claim" },
  }),
  documentRow("claim", "Re: representative claim, sample e-mail", {
    kind_words: "e-mail",
    media_type: "message/rfc822",
    attachments: 1,
  }),
  documentRow("scan", "Locked scan", {
    outcome: "encrypted",
    reason: "The PDF asks for a password. Save it without one and import it again.",
    pages: 0,
  }),
];
