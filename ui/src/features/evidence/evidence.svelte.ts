import { tick } from "svelte";
import { call } from "../../api/client";
import type {
  CustodyRow,
  DocumentRow,
  NearDocuments,
  NumberRow,
  RegisterFacets,
  ThreadRow,
} from "../../api/generated/wire";
import { Latest } from "../../api/latest.svelte";
import { Family } from "./family.svelte";
import { parts, type PartId } from "./parts.svelte";

/** What a message says of itself that names messages (RFC 5322, 3.6.4). */
const NAMING = ["message-id", "in-reply-to", "references"];

/** What the inspector of a document holds beside its row. */
export class Evidence {
  custody = new Latest<CustodyRow[]>();
  /** The numbers that it bore once and bears no more, the newest first. */
  earlier = new Latest<NumberRow[]>();
  family = new Family();
  /** The documents that share text with it. */
  near = new Latest<NearDocuments>();
  /** The messages of the exchange that it belongs to. */
  thread = new Latest<ThreadRow[]>();
  #facets = new Latest<RegisterFacets>();
  /** The form that stands in the inspector now: "privilege", "export", "date dated", "place /a.pdf". One at a time. */
  form = $state<string | null>(null);
  #from: Element | null = null;

  tags = $derived(this.#facets.value?.tags.map((tag) => tag.value) ?? []);
  issues = $derived(this.#facets.value?.issues.map((issue) => issue.value) ?? []);

  /** Asks what was done with a document. */
  showCustody(document: string): Promise<void> {
    return this.custody.ask(() => call("custody_list", { document }));
  }

  /** Asks which numbers a document bore before. */
  showEarlier(document: string): Promise<void> {
    return this.earlier.ask(async () => {
      const rows = await call("concordance", { find: document });
      const own = rows.filter((row) => row.document === document);
      return own.flatMap((row) => [...row.marks, ...row.bates]).filter((number) => number.until !== null);
    });
  }

  /** Asks which documents share text with one: that takes longer than anything else that is asked of a document. */
  showNear(document: string): Promise<void> {
    return this.near.ask(() => call("document_near", { document }));
  }

  /** Asks for the exchange of a message: only those say that they belong to one. */
  async showThread(row: DocumentRow): Promise<void> {
    if (!row.metadata.some(({ name }) => NAMING.includes(name))) return;
    await this.thread.ask(() => call("document_thread", { document: row.document }));
  }

  /** Asks for the tags and issues in use: when somebody is about to type one. */
  offer(): Promise<void> {
    return this.#facets.ask(() => call("register_facets", { case: null }));
  }

  /** Opens a form, in its part of the inspector. */
  begin(form: string, part: PartId): void {
    this.#from = document.activeElement;
    parts.open(part);
    this.form = form;
  }

  /** Closes the form; the focus goes to where it came from, else to the button that opens the form again. */
  async end(): Promise<void> {
    const { form } = this;
    this.form = null;
    await tick();
    if (form === null) return;
    const from = this.#from instanceof HTMLElement && this.#from.isConnected ? this.#from : null;
    const places = [...document.querySelectorAll<HTMLElement>("[data-form]")];
    const place = places.find((each) => each.dataset["form"] === form);
    const button = place?.matches("button") ? place : place?.querySelector("button");
    (from && from !== document.body ? from : button)?.focus();
  }

  /** Another document is shown: what was begun and asked for the last one is left. */
  leave(): void {
    this.form = null;
    this.custody.clear();
    this.earlier.clear();
    this.near.clear();
    this.thread.clear();
  }

  reset(): void {
    this.leave();
    this.family.clear();
    this.#facets.clear();
  }
}
