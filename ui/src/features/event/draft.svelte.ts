import { Attempt } from "../../api/attempt.svelte";
import { onlyChanged } from "../../api/changed";
import { call } from "../../api/client";
import type {
  DocumentRow,
  EventArgs,
  EventEditArgs,
  EventRow,
  EventStatus,
  PartyChoice,
} from "../../api/generated/wire";
import { Latest } from "../../api/latest.svelte";
import { readDate } from "../../api/readDate";
import type { Person } from "../../design/chips";
import { dateIn } from "../passage/dates";
import { citeArgs, ownDay, type Passage } from "../passage/selection";
import { sumsIn } from "../passage/sums";
import { dateWritten } from "../timeline/dateWords";
import { Sums } from "./sums.svelte";

type Said = Required<Pick<EventArgs, "case" | "title" | "kind" | "status" | "date" | "parties" | "tags">>;

/** What an event says of itself, in a form. */
export class EventDraft {
  case = $state("");
  title = $state("");
  kind = $state("");
  status = $state<EventStatus>("reported");
  date = $state("");
  people = $state.raw<Person[]>([]);
  tags = $state.raw<string[]>([]);
  /** The words of a passage that the date was read from; empty where it was typed. */
  suggestedDate = $state("");

  constructor(of: string) {
    this.case = of;
  }

  /** An event that is there already. */
  static of(row: EventRow): EventDraft {
    const draft = new EventDraft(row.case);
    draft.title = row.title;
    draft.kind = row.kind;
    draft.status = row.status;
    draft.date = dateWritten(row.date);
    draft.people = row.parties;
    draft.tags = row.tags;
    return draft;
  }

  /** As it is sent. */
  said(): Said {
    return {
      case: this.case,
      title: this.title.trim().replace(/\s+/g, " "),
      kind: this.kind.trim(),
      status: this.status,
      date: this.date.trim(),
      parties: this.people.map(choiceOf),
      tags: this.tags,
    };
  }

  /** What is other than in `before`; null where nothing is. */
  changes(before: EventDraft): Omit<EventEditArgs, "event"> | null {
    const changed = onlyChanged(this.said(), before.said());
    return Object.keys(changed).length > 0 ? changed : null;
  }
}

/** A passage in the form: a document, a page, the exact words; and the words that were selected, where some were. */
export type Cite = { id: number; document: string; page: number; quote: string; selected: Passage | null };

/** A new event that is being written, with the passages that it rests on. */
export class NewEvent {
  readonly event: EventDraft;
  cites = $state<Cite[]>([]);
  sums = new Sums();
  documents = new Latest<DocumentRow[]>();
  attempt = new Attempt();
  #next = 0;

  error = $derived(this.attempt.error);
  aboutDate = $derived(this.error?.code === "bad_date" ? this.error : null);
  aboutQuote = $derived(this.error?.code === "bad_quote" ? this.error : null);
  aboutRest = $derived(this.aboutDate || this.aboutQuote ? null : this.error);
  /** The day of the document that is cited first. */
  reference = $derived.by(() => {
    const first = this.cites[0]?.document;
    return ownDay(this.documents.value?.find((row) => row.document === first) ?? null);
  });

  constructor(of: string) {
    this.event = new EventDraft(of);
    void this.documents.ask(() => call("document_list", { case: null }));
  }

  cite(document = "", page = 1, selected: Passage | null = null): void {
    this.cites.push({ id: this.#next++, document, page, quote: selected?.quote ?? "", selected });
  }

  drop(id: number): void {
    this.cites = this.cites.filter((cite) => cite.id !== id);
  }

  /** Fills in the date and the sums that stand in the words selected. What has been typed meanwhile stays. */
  async suggest({ quote }: Passage, row: DocumentRow | null): Promise<void> {
    this.sums.suggest(sumsIn(quote));
    const date = await dateIn(quote, (words) => readDate(words, ownDay(row))).catch(() => "");
    if (this.event.date === "") this.event.date = this.event.suggestedDate = date;
  }

  /** Sends the event; null where it was refused. */
  send(): Promise<EventRow | null> {
    const cites = this.cites.map(({ document, page, quote, selected }) => {
      const same = selected?.document === document && selected.page === page;
      const around = same ? selected : { quote: "", prefix: "", suffix: "" };
      return citeArgs({ ...around, document, page }, quote);
    });
    const amounts = cites.length > 0 ? this.sums.args() : [];
    const against = this.reference === "" ? {} : { reference: this.reference };
    return this.attempt.send(() => call("event_add", { ...this.event.said(), ...against, cites, amounts }));
  }
}

/** Somebody who is there goes by identifier, somebody new by name and kind. */
function choiceOf({ party, name, kind, isNew }: Person): PartyChoice {
  return isNew ? { party: name, kind } : { party };
}
