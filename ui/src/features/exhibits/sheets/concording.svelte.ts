import { call } from "../../../api/client";
import type { ConcordanceArgs, ConcordanceRow, NumberingRow, NumberRow } from "../../../api/generated/wire";
import { Latest } from "../../../api/latest.svelte";
import { host } from "../../../platform";
import type { App } from "../../frame/app.svelte";
import { fileName } from "../../tables/exportTable";

/** Rows that are listed at most. */
const MOST = 200;

/** What the concordance is asked, and what it answers. */
export class Concording {
  find = $state("");
  /** A page, or the label that is printed on one. */
  at = $state("");
  byLabel = $state(false);
  /** The line of the ledger after which the numbering stood; empty for today's. */
  numbering = $state("");
  answer = new Latest<ConcordanceRow[]>();
  #numberings = new Latest<NumberingRow[]>();
  /** The case that is shown; null for all. */
  readonly case: string | null;
  readonly #app: App;

  rows = $derived(this.answer.value ?? []);
  shown = $derived(this.rows.slice(0, MOST));
  numberings = $derived(this.#numberings.value ?? []);

  args = $derived.by((): ConcordanceArgs => {
    const at = this.at.trim();
    const isPage = /^\d+$/.test(at) && !this.byLabel;
    return {
      find: this.find.trim(),
      ...(at === "" ? {} : isPage ? { page: Number(at) } : { label: at }),
      ...(this.case === null ? {} : { case: this.case }),
      ...(this.numbering === "" ? {} : { numbering: Number(this.numbering) }),
    };
  });

  constructor(app: App) {
    this.#app = app;
    const of = (this.case = app.currentCase);
    void this.#numberings.ask(() => call("numbering_list", { case: of }));
  }

  /** Without words, the whole of a case is listed; of all cases that would say nothing. */
  async ask(): Promise<void> {
    const { args } = this;
    if (args.find === "" && this.case === null) return this.answer.clear();
    await this.answer.ask(() => call("concordance", args));
  }

  /** Opens the document at the page that was found. */
  open({ document, page }: ConcordanceRow): void {
    this.#app.go({ view: "document", document, page: page ?? 1, account: null, query: "" });
  }

  /** Writes the concordance of the case as a table. */
  write(): Promise<void> {
    return this.#app.attempt(async () => {
      const of = this.case;
      if (of === null) return;
      const name = `${this.#app.library.case(of)?.name ?? ""} concordance`;
      const path = await host().saveFile(`${fileName(name)}.xlsx`, ["xlsx", "csv"]);
      if (path === null) return;
      const numbering = this.numbering === "" ? {} : { numbering: Number(this.numbering) };
      await call("concordance_write", { case: of, path, ...numbering });
      this.#app.status.say(`Wrote the concordance to ${path}.`);
    });
  }
}

/** The numbers that a row bears: marks, then Bates numbers. */
export function todayOf(row: ConcordanceRow): string {
  const standing = [...row.marks, ...row.bates].filter((each) => each.until === null);
  const listed = standing.length > 0 ? standing : [...row.marks, ...row.bates];
  return listed.map((each) => each.shown).join(" · ");
}

/** The numbers that it bore before: "PX-004 until 3 Mar 2021". */
export function earlierOf(row: ConcordanceRow): string {
  const gone = [...row.marks, ...row.bates].filter((each) => each.until !== null);
  return gone.map(wordsOf).join("; ");
}

function wordsOf({ shown, until_at }: NumberRow): string {
  const at = new Date(until_at ?? "");
  if (Number.isNaN(at.valueOf())) return `${shown} before`;
  return `${shown} until ${at.toLocaleDateString(undefined, { dateStyle: "medium" })}`;
}
