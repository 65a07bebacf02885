import { call } from "../../api/client";
import type { AnnotationRow, Colour, DocumentMarks, DocumentRow, PageView } from "../../api/generated/wire";
import { Latest } from "../../api/latest.svelte";
import type { PageLayout } from "../../reader/protocol/messages";
import type { Reader } from "./reader.svelte";

/** Where in a document one is: a page, the account whose passage was opened, the words searched for. */
export type Spot = { document: string; page: number; account: string | null; query: string };

/** The document that is being read. */
export class Reading {
  spot = $state.raw<Spot | null>(null);
  row = new Latest<DocumentRow>();
  page = new Latest<PageView>();
  /** Everything that cites or marks a passage of the document. */
  marks = new Latest<DocumentMarks>();
  /** The frame in which the document is drawn; null where its text is shown. */
  reader = $state.raw<Reader | null>(null);
  /** Whether the text is shown where the page itself could be. */
  asText = $state(false);
  /** The document whose text is shown because its page is drawn only with a password, which is kept nowhere. */
  sealed = $state<string | null>(null);
  /** Whether the words to be found in the document are asked for. */
  finding = $state(false);
  /** The colour that was highlighted with last. */
  colour = $state<Colour>("yellow");
  /** The highlight whose note is being changed; null where a new one is written. */
  noting = $state.raw<AnnotationRow | null>(null);
  /** How pages are laid out, from one document to the next. */
  layout: PageLayout = { percent: 100, fit: "width", rotation: "0", spread: false };
  /** The mark that was gone to: an account or an annotation. */
  opened = $state<string | null>(null);
  retrying = $state(false);

  pages = $derived(Math.max(this.row.value?.pages ?? 0, this.reader?.opened?.pages ?? 0));
  passage = $derived(this.page.value?.marks.find((mark) => mark.account === this.spot?.account) ?? null);
  /** True where an account's passage was asked for and its words are not on the page. */
  passageMissing = $derived(
    this.spot?.account != null && this.page.value?.page === this.spot.page && this.passage === null,
  );

  async show(spot: Spot): Promise<void> {
    const other = spot.document !== this.spot?.document;
    this.spot = spot;
    this.opened = spot.account;
    if (other) {
      this.row.clear();
      this.page.clear();
      this.marks.clear();
    }
    await this.refresh();
  }

  async refresh(): Promise<void> {
    const spot = this.spot;
    if (!spot) return;
    const { document, page, query } = spot;
    await Promise.all([
      this.row.ask(() => call("document_show", { document })),
      this.page.ask(() => call("page_show", { document, page, query })),
      this.marks.ask(() => call("document_marks", { document })),
    ]);
  }

  /** Another page came into sight where the document is drawn. */
  async scrolled(page: number): Promise<void> {
    if (!this.spot) return;
    const { document, query } = (this.spot = { ...this.spot, page, account: null });
    await this.page.ask(() => call("page_show", { document, page, query }));
  }

  /** Where a mark of the document stands; null where it has no such mark. */
  spotOf(id: string): Spot | null {
    const { citations = [], annotations = [] } = this.marks.value ?? {};
    const cited = citations.find((each) => each.account === id);
    const page = cited?.page ?? annotations.find((each) => each.annotation === id)?.page;
    return page === undefined || !this.spot ? null : { ...this.spot, page, account: cited?.account ?? null };
  }

  /** The spot a number of pages on, or null where the document ends. */
  turned(by: number): Spot | null {
    const spot = this.spot;
    if (!spot) return null;
    const page = Math.max(1, Math.min(spot.page + by, Math.max(1, this.pages)));
    return page === spot.page ? null : { ...spot, page, account: null };
  }

  /** Reads a document again that could not be read; rejects with a `WireError`. */
  async retry(document: string, password?: string): Promise<DocumentRow> {
    this.retrying = true;
    try {
      return await call("document_retry", password === undefined ? { document } : { document, password });
    } finally {
      this.retrying = false;
    }
  }

  reset(): void {
    this.spot = null;
    this.row.clear();
    this.page.clear();
    this.marks.clear();
  }
}
