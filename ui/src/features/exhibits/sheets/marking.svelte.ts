import { call } from "../../../api/client";
import type { ExhibitChange, SchemeRow } from "../../../api/generated/wire";
import { Latest } from "../../../api/latest.svelte";
import { moved } from "../../../design/dragRows";
import { count } from "../../../design/words";
import type { App } from "../../frame/app.svelte";
import { letterBehind, nth, parse, range } from "../number";
import { Selection } from "./selection.svelte";

/** The choice of a scheme that is not there yet. */
export const NEW = "new";

const NOBODY: readonly ExhibitChange[] = [];

/** What the sheet "Mark as exhibits" holds: which documents, by which scheme, and the marks that they would get. */
export class Marking {
  selection = new Selection();
  case = $state("");
  scheme = $state(NEW);
  first = $state("");
  whose = $state("");
  behind = $state("");
  #schemes = new Latest<SchemeRow[]>();
  /** The exhibits that the scheme has. */
  #present = new Latest<readonly ExhibitChange[]>();

  schemes = $derived(this.#schemes.value ?? []);
  isNew = $derived(this.scheme === NEW);
  #row = $derived(this.schemes.find((row) => row.scheme === this.scheme) ?? null);
  refused = $derived(this.#schemes.error ?? this.#present.error);
  #all = $derived(this.isNew ? NOBODY : (this.#present.value ?? NOBODY));
  /** The documents that bear a mark of the scheme. */
  marked = $derived(new Set(this.#all.map((row) => row.document)));
  #marks = $derived(this.#all.flatMap((row) => row.before ?? []));
  /** The marks of the scheme without a letter. */
  numbers = $derived(this.#marks.filter((mark) => parse(mark)?.letter === ""));
  documents = $derived(this.selection.without(this.marked));
  /** How many of what is selected stay as they are. */
  left = $derived(this.selection.documents.length - this.documents.length);
  ready = $derived(this.selection.ready && this.#schemes.value !== null && !this.#present.loading);

  constructor(app: App) {
    this.case = app.exhibits.scope ?? app.exhibits.selected?.cases[0] ?? app.library.cases[0]?.case ?? "";
    void this.selection.take(app);
  }

  async loadSchemes(): Promise<void> {
    const of = this.case;
    await this.#schemes.ask(() => call("scheme_list", { case: of }));
    this.scheme = this.schemes[0]?.scheme ?? NEW;
  }

  async loadMarks(): Promise<void> {
    const { scheme } = this;
    this.behind = "";
    if (scheme === NEW) return this.#present.clear();
    await this.#present.ask(async () => (await call("exhibit_plan", { scheme, by: "mark" })).rows);
  }

  /** The mark that the document at a position would get; null where there is none. */
  markAt(position: number): string | null {
    if (this.isNew) return nth(this.first, position);
    const next =
      this.behind.trim() === "" ? this.#row?.next : letterBehind(this.#behindInFull(), this.#marks);
    return next ? nth(next, position) : null;
  }

  /** Puts a document that is listed before another one. */
  move(from: number, place: number): void {
    const kept = new Set(this.selection.documents.filter((document) => this.marked.has(document)));
    this.selection.documents = [...kept, ...moved(this.documents, from, place)];
  }

  /** Marks them, and says so. */
  async assign(): Promise<string> {
    const documents = [...this.documents];
    const { first, whose, behind } = this;
    if (this.isNew) {
      const made = await call("scheme_add", { case: this.case, first: first.trim(), whose: whose.trim() });
      await this.loadSchemes();
      this.scheme = made.scheme;
    }
    const given = behind.trim() === "" ? {} : { behind: this.#behindInFull() };
    const { rows } = await call("exhibit_assign", { scheme: this.scheme, documents, ...given });
    const marks = rows.flatMap((row) => (documents.includes(row.document) ? (row.after ?? []) : []));
    return `Marked ${count(documents.length, "document")}: ${range(marks)}. Ctrl Z takes it back.`;
  }

  /** A number alone stands for the exhibit of the scheme that has it. */
  #behindInFull(): string {
    const typed = this.behind.trim();
    if (!/^\d+$/.test(typed)) return typed;
    return this.numbers.find((mark) => parse(mark)?.number === Number(typed)) ?? typed;
  }
}
