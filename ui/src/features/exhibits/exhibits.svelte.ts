import { untrack } from "svelte";
import { call } from "../../api/client";
import type {
  DocumentFilter,
  DocumentRow,
  RegisterFacets,
  RegisterOrder,
  RegisterRow,
  SchemeRow,
} from "../../api/generated/wire";
import { Latest } from "../../api/latest.svelte";
import { BLOCK, Blocks } from "./blocks.svelte";
import { isEmpty, normal } from "./filter";
import { RegisterSettings } from "./settings.svelte";

/** Exhibits of a scheme on their way to another place: before a document, or to the end. */
export type Move = { scheme: string; documents: readonly string[]; before: string | null };

type Memory = { active: string | null; filter: DocumentFilter };
const NONE: ReadonlySet<string> = new Set();

/** The register of documents of a case or of all: one filter, one order, and what is selected in it. */
export class Exhibits {
  /** The case shown; null for all. */
  scope = $state<string | null>(null);
  filter = $state.raw<DocumentFilter>({});
  settings = new RegisterSettings();
  /** The titles of the documents that a filter names, by identifier. */
  titles = $state.raw<Record<string, string>>({});
  /** The rows, as far as they are in sight. */
  rows = new Blocks();
  /** What the documents can be filtered by. */
  facets = new Latest<RegisterFacets>();
  /** The schemes of marks of the case, or of all. */
  schemes = new Latest<SchemeRow[]>();
  /** The active document in full; the one before stays until it is there. */
  detail = new Latest<DocumentRow>();
  /** Several documents that are selected together; empty where only one is. */
  chosen = $state.raw(NONE);
  /** Exhibits that somebody moved, before the sheet that shows what it does to the others. */
  move = $state.raw<Move | null>(null);
  #index = $state(0);
  /** The document that somebody went to, once its row is there: it stays active where it comes to stand elsewhere. */
  #active: string | null = null;
  /** How often somebody went to a row since the register was opened. */
  #moves = 0;
  #anchor: number | null = null;
  #edition = $state(0);
  #asked = 0;
  #ids: Promise<string[]> | null = null;
  #remembered = new Map<string | null, Memory>();

  filtered = $derived(!isEmpty(this.filter));
  /** Which documents, in which order. */
  order = $derived(this.#order());
  /** The active row; -1 without any. */
  index = $derived(Math.min(this.#index, this.rows.length - 1));
  activeId = $derived(this.rows.at(this.index)?.document ?? null);
  /** The active document in full. */
  selected = $derived(this.activeId === null ? null : this.detail.value);
  /** What an act works on: the documents that are selected together, else the active one. */
  targets = $derived(this.chosen.size > 0 ? [...this.chosen] : this.activeId === null ? [] : [this.activeId]);

  constructor() {
    $effect.root(() => {
      $effect(() => {
        void this.#edition;
        const document = this.activeId;
        untrack(() => this.#showDetail(document));
      });
    });
  }

  /** Shows a case, or all; what was active there before is active again, and its filter is set again. */
  show(scope: string | null): Promise<void> {
    if (scope !== this.scope) {
      this.#remembered.set(this.scope, { active: this.activeId, filter: this.filter });
      this.#forget();
      this.scope = scope;
      const { active = null, filter = {} } = this.#remembered.get(scope) ?? {};
      [this.filter, this.#active] = [filter, active];
    }
    return this.refresh();
  }

  /** Asks again; what is on screen stays until the answer is there, and the active document stays active. */
  async refresh(): Promise<void> {
    const [asked, order, moves] = [++this.#asked, this.order, this.#moves];
    const document = this.#active ?? (this.#moves > 0 ? this.activeId : null);
    this.#ids = null;
    this.#edition += 1;
    void this.loadSchemes();
    const place = document === null ? null : await this.#placeOf(order, document);
    if (asked !== this.#asked) return;
    const index = place ?? this.#index;
    const renewed = this.rows.renew(order, index);
    await Promise.all([renewed, this.#dropMissing(order)]);
    if (asked !== this.#asked) return;
    // Who has moved meanwhile has another document active: where that stands now is to be asked.
    if (moves !== this.#moves) return this.refresh();
    this.#index = index;
  }

  /** Sets the filter; what was selected together is not any more. */
  setFilter(filter: DocumentFilter): Promise<void> {
    this.filter = normal(filter);
    return this.#turn();
  }

  /** Shows what lies directly inside a document. */
  showInside(document: string, title: string): Promise<void> {
    this.titles = { ...this.titles, [document]: title };
    return this.setFilter({ inside: document });
  }

  /** Sorts or groups otherwise. */
  arrange(change: (settings: RegisterSettings) => void): Promise<void> {
    change(this.settings);
    return this.#turn(false);
  }

  loadFacets(): Promise<void> {
    const scope = this.scope;
    return this.facets.ask(() => call("register_facets", { case: scope }));
  }

  loadSchemes(): Promise<void> {
    const scope = this.scope;
    return this.schemes.ask(() => call("scheme_list", { case: scope }));
  }

  selectAt(index: number): void {
    this.chosen = NONE;
    this.#anchor = null;
    this.walkTo(index);
  }

  /** Moves to a row; those that are selected together stay so. */
  walkTo(index: number): void {
    this.#index = this.#inside(index);
    this.#active = this.activeId;
    this.#moves += 1;
  }

  /** Moves to a row and takes it in among those that are selected together, or out. */
  toggleAt(index: number): void {
    const document = this.rows.at(index)?.document;
    if (document === undefined) return;
    const chosen = new Set(this.chosen);
    if (chosen.has(document)) chosen.delete(document);
    else chosen.add(document);
    this.walkTo(index);
    this.#anchor = index;
    this.chosen = chosen;
  }

  /** Moves to a row and selects all from where the selection began to it. */
  async extendTo(index: number): Promise<void> {
    const to = this.#inside(index);
    const from = (this.#anchor ??= this.index);
    this.walkTo(to);
    const range = await this.idsBetween(Math.min(from, to), Math.max(from, to) + 1);
    if (this.#index === to) this.chosen = new Set(range);
  }

  /** Selects every document that passes the filter. */
  async selectAll(): Promise<void> {
    this.chosen = new Set(await this.ids());
  }

  clearChosen(): void {
    this.chosen = NONE;
    this.#anchor = null;
  }

  /** The documents of all rows, in their order. */
  ids(): Promise<string[]> {
    this.#ids ??= call("register_match", this.order);
    return this.#ids;
  }

  /** The targets as they stand in the register. */
  async targetsInOrder(): Promise<string[]> {
    const targets = new Set(this.targets);
    if (targets.size < 2) return [...targets];
    return (await this.ids()).filter((document) => targets.has(document));
  }

  /** The documents from one row to before another. */
  async idsBetween(from: number, to: number): Promise<string[]> {
    const rows = Array.from({ length: to - from }, (_, i) => this.rows.at(from + i)?.document);
    return rows.every((each) => each !== undefined) ? rows : (await this.ids()).slice(from, to);
  }

  /** The rows of some documents, in their order; those that are not in the register are left out. */
  async rowsOf(documents: readonly string[]): Promise<RegisterRow[]> {
    const known = new Map(this.rows.rows.map((row) => [row.document, row]));
    if (documents.some((each) => !known.has(each))) {
      const places = new Map((await this.ids()).map((document, at) => [document, at]));
      const missing = documents.filter((each) => !known.has(each)).map((each) => places.get(each) ?? -1);
      const blocks = new Set(missing.filter((at) => at >= 0).map((at) => Math.floor(at / BLOCK)));
      for (const block of blocks) {
        const { rows } = await call("register", { order: this.order, from: block * BLOCK, count: BLOCK });
        for (const row of rows) known.set(row.document, row);
      }
    }
    return documents.flatMap((document) => known.get(document) ?? []);
  }

  /** Forgets everything: another library was opened. */
  reset(): void {
    this.#remembered.clear();
    this.titles = {};
    this.scope = null;
    this.filter = {};
    this.#forget();
  }

  #order(): RegisterOrder {
    const { sort, descending, group } = this.settings;
    const filter = normal(this.scope === null ? this.filter : { ...this.filter, case: this.scope });
    return {
      ...(isEmpty(filter) ? {} : { filter }),
      ...(sort === "added" ? {} : { sort }),
      ...(descending ? { descending } : {}),
      ...(group === "" ? {} : { group }),
    };
  }

  /** Asks in another order. Where nobody went to a row, the first one is the active one again. */
  #turn(clears = true): Promise<void> {
    if (clears) this.clearChosen();
    this.#anchor = null;
    if (this.#moves === 0) this.#index = 0;
    return this.refresh();
  }

  async #placeOf(order: RegisterOrder, document: string): Promise<number | null> {
    return call("register_place", { order, document });
  }

  /** What passes the filter no more is not selected any more. */
  async #dropMissing(order: RegisterOrder): Promise<void> {
    if (this.chosen.size === 0) return;
    const ids = new Set(await (this.#ids ??= call("register_match", order)));
    const chosen = [...this.chosen].filter((document) => ids.has(document));
    if (chosen.length < this.chosen.size) this.chosen = new Set(chosen);
  }

  #inside(index: number): number {
    return Math.max(0, Math.min(index, this.rows.length - 1));
  }

  #forget(): void {
    this.clearChosen();
    this.#index = 0;
    this.#active = null;
    this.#moves = 0;
    this.#ids = null;
    this.rows.clear();
    this.facets.clear();
    this.schemes.clear();
    this.detail.clear();
  }

  #showDetail(document: string | null): void {
    if (document !== null) void this.detail.ask(() => call("document_show", { document }));
  }
}
