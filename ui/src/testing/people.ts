import type { AmountLine, DateView, EventRow, PartyPage, PartyRow, RoleRow } from "../api/generated/wire";
import { slim, span, UNDATED, within } from "./build";
import { wireError } from "./fakeHost";
import { CASES, DOCUMENTS, EVENTS } from "./sample";

/** Who takes part in the sample's cases, and the sums that its accounts state. */

function role(words: string, of: string, date: DateView = UNDATED, note = ""): RoleRow {
  const case_name = CASES.find((row) => row.case === of)?.name ?? "";
  return { role_id: `${of}-${words}`, role: words, case: of, case_name, date, note };
}

function party(name: string, kind: PartyRow["kind"], roles: RoleRow[]): PartyRow {
  const taken = EVENTS.filter((event) => event.parties.some((each) => each.party === name));
  return { party: name, name, kind, roles, events: taken.length };
}

export const PARTIES: PartyRow[] = [
  party("Anne Longfield", "person", [
    role(
      "Children’s Commissioner for England",
      "longfield",
      span("../2020-12~", null, "2020-12-31", "until about December 2020"),
      "As described at the end of December 2020.",
    ),
    role(
      "former commissioner",
      "longfield",
      span("2021-04~/..", "2021-04-01", null, "since about April 2021"),
    ),
    role("claimant (representative)", "longfield"),
  ]),
  party("Consumentenbond", "organisation", [
    role("claimant organisation", "dutch", span("2021-06-24/..", "2021-06-24", null, "since 24 June 2021")),
  ]),
  party("Dutch children", "class", []),
  party("TikTok", "organisation", [
    role("company fined", "ftc", within("2019", "2019-01-01", "2019-12-31", "2019")),
    role("recipient of the demand", "dutch"),
    role("defendant", "longfield"),
  ]),
];

/** The parties of a case: those with a role in it or in one of its events. */
export function partiesOf(scope: string | null): PartyRow[] {
  if (scope === null) return PARTIES;
  const inEvent = (id: string) =>
    EVENTS.some((event) => event.case === scope && event.parties.some((each) => each.party === id));
  return PARTIES.filter((row) => inEvent(row.party) || row.roles.some((each) => each.case === scope));
}

/** The sums that the accounts of events state, in the events' order. */
export function amountLines(events: readonly EventRow[]): AmountLine[] {
  return events.flatMap((event) =>
    event.accounts.flatMap((account) =>
      account.amounts.map((amount) => ({
        amount,
        asserted_by: account.asserted_by,
        stance: account.stance,
        date: account.date.shape === "undated" ? event.date : account.date,
        event: event.event,
        title: event.title,
        case: event.case,
        case_name: event.case_name,
        account: account.account,
        document: account.document,
        document_title: account.document_title,
        page: account.page,
        quote: account.quote,
        verified: account.verified,
      })),
    ),
  );
}

/** Everything that the sample holds of a party. */
export function partyPage(id: string): PartyPage {
  const found = PARTIES.find((row) => row.party === id);
  if (!found) throw wireError("not_found", "There is no such party.");
  const accounts = EVENTS.flatMap((event) =>
    event.accounts
      .filter((account) => account.asserted_by === found.name)
      .map((account) => ({
        account,
        ...{ event: event.event, title: event.title, case: event.case, case_name: event.case_name },
      })),
  );
  return {
    party: found,
    events: EVENTS.filter((event) => event.parties.some((each) => each.party === id)).map(slim),
    accounts,
    documents: DOCUMENTS.filter((row) => row.source === found.name),
    notes: [],
  };
}
