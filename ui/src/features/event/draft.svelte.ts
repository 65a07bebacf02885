import { call } from "../../api/client";
import { asWireError } from "../../api/errors";
import type { DocumentRow, EventRow, EventStatus, WireError } from "../../api/generated/wire";
import { Latest } from "../../api/latest.svelte";
import { collapsed, ownDay } from "../passage/selection";

/** A passage in the form: a document, a page, the exact words. */
export type Cite = { id: number; document: string; page: number; quote: string };

/** An event that is being written. */
export class Draft {
  case = $state("");
  title = $state("");
  kind = $state("");
  status = $state<EventStatus>("reported");
  date = $state("");
  cites = $state<Cite[]>([]);
  documents = new Latest<DocumentRow[]>();
  error = $state.raw<WireError | null>(null);
  busy = $state(false);
  #next = 0;

  aboutDate = $derived(this.error?.code === "bad_date" ? this.error : null);
  aboutQuote = $derived(this.error?.code === "bad_quote" ? this.error : null);
  aboutRest = $derived(this.aboutDate || this.aboutQuote ? null : this.error);

  constructor(of: string) {
    this.case = of;
    void this.documents.ask(() => call("document_list", { case: null }));
  }

  cite(document = "", page = 1, quote = ""): void {
    this.cites.push({ id: this.#next++, document, page, quote });
  }

  drop(id: number): void {
    this.cites = this.cites.filter((cite) => cite.id !== id);
  }

  /** Sends the event; null where it was refused, with `error` saying why. */
  async send(): Promise<EventRow | null> {
    this.error = null;
    this.busy = true;
    const cites = this.cites.map(({ document, page, quote }) => ({
      document,
      page,
      quote: collapsed(quote),
    }));
    const reference = ownDay(
      this.documents.value?.find((row) => row.document === cites[0]?.document) ?? null,
    );
    const { title, kind, status, date } = this;
    try {
      return await call("event_add", {
        case: this.case,
        title,
        kind,
        status,
        date: date.trim(),
        reference,
        cites,
      });
    } catch (reason) {
      this.error = asWireError(reason);
      return null;
    } finally {
      this.busy = false;
    }
  }
}
