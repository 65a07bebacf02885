import { call } from "../../api/client";
import { asWireError } from "../../api/errors";
import type { DocumentRow, EventRow, Stance, WireError } from "../../api/generated/wire";
import { Latest } from "../../api/latest.svelte";
import { eventName } from "../timeline/dateWords";
import { collapsed, ownDay, type Passage } from "./selection";

/** A citation that is being written: a passage, and the event that it is to prove. */
export class Citing {
  quote = $state("");
  filter = $state("");
  assertedBy = $state("");
  stance = $state<Stance>("reports");
  date = $state("");
  error = $state.raw<WireError | null>(null);
  busy = $state(false);
  events = new Latest<EventRow[]>();
  #chosen = $state<string | null>(null);
  readonly #passage: Passage;
  readonly #row: DocumentRow | null;

  aboutDate = $derived(this.error?.code === "bad_date" ? this.error : null);
  aboutQuote = $derived(this.error?.code === "bad_quote" ? this.error : null);
  aboutRest = $derived(this.aboutDate || this.aboutQuote ? null : (this.error ?? this.events.error));
  /** The events that the filter leaves; those of the document's cases come first. */
  shown = $derived(this.#listed());
  /** The event chosen; the first that is shown where none is, or where the filter hides it. */
  event = $derived(this.shown.find((row) => row.event === this.#chosen) ?? this.shown[0] ?? null);

  constructor(passage: Passage, row: DocumentRow | null) {
    this.#passage = passage;
    this.#row = row;
    this.quote = passage.quote;
    void this.events.ask(() => call("timeline", { case: null }));
  }

  choose(event: string): void {
    this.#chosen = event;
  }

  /** Sends the citation; null where it was refused, with `error` saying why. */
  async send(): Promise<EventRow | null> {
    if (!this.event || this.busy) return null;
    this.error = null;
    this.busy = true;
    const { document, page } = this.#passage;
    try {
      return await call("account_add", {
        event: this.event.event,
        cite: { document, page, quote: collapsed(this.quote) },
        asserted_by: this.assertedBy.trim(),
        stance: this.stance,
        date: this.date.trim(),
        reference: ownDay(this.#row),
      });
    } catch (reason) {
      this.error = asWireError(reason);
      return null;
    } finally {
      this.busy = false;
    }
  }

  #listed(): EventRow[] {
    const words = this.filter.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const all = (this.events.value ?? []).filter((row) => {
      const text = [eventName(row), row.kind, row.case_name].join("\n").toLocaleLowerCase();
      return words.every((word) => text.includes(word));
    });
    const near = (row: EventRow) => this.#row?.cases.includes(row.case) ?? false;
    return [...all.filter(near), ...all.filter((row) => !near(row))];
  }
}
