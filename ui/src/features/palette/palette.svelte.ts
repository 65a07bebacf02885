import { call } from "../../api/client";
import type { AmountLine, PartyRow, RegisterRow, TimelineRow } from "../../api/generated/wire";
import { Latest } from "../../api/latest.svelte";
import { fuzzyFilter } from "../../design/fuzzy";
import { saidBy } from "../amounts/amounts.svelte";
import type { App } from "../frame/app.svelte";
import { COMMANDS } from "../frame/commands";
import { shown } from "../frame/keys";
import { openParty } from "../people/acts";
import { dateText } from "../timeline/dateWords";

/** Something that the palette finds. */
export type Found = { id: string; sort: string; title: string; aside: string; run: () => void };

const MOST = 60;

/** What can be found by a few letters of its name: cases, people, events, documents, commands; and sums by a figure. */
export class Palette {
  typed = $state("");
  index = $state(0);
  /** The events whose words fit: the back end finds them, since there can be very many. */
  #events = new Latest<TimelineRow[]>();
  /** The documents likewise. */
  #documents = new Latest<RegisterRow[]>();
  #parties = new Latest<PartyRow[]>();
  #sums = new Latest<AmountLine[]>();
  readonly #app: App;

  everything = $derived.by(() => [
    ...this.#cases(),
    ...this.#commands(),
    ...this.#people(),
    ...this.#eventItems(),
    ...this.#documentItems(),
    ...this.#sumItems(),
  ]);
  found = $derived(fuzzyFilter(this.typed, this.everything, (item) => item.title, MOST));
  chosen = $derived(this.found[this.index] ?? null);

  constructor(app: App) {
    this.#app = app;
    void this.#documents.ask(() => documentsWith(""));
    void this.#parties.ask(() => call("party_list", { case: null }));
    void this.#events.ask(() => eventsWith(""));
  }

  type(typed: string): void {
    this.typed = typed;
    this.index = 0;
    void this.#events.ask(() => eventsWith(typed.trim()));
    void this.#documents.ask(() => documentsWith(typed.trim()));
    if (hasFigure(typed) && !this.#sums.value && !this.#sums.loading)
      void this.#sums.ask(() => call("amount_list", { case: null }));
  }

  move(by: number): void {
    this.index = Math.max(0, Math.min(this.index + by, this.found.length - 1));
  }

  #cases(): Found[] {
    return this.#app.library.cases.map((row) => ({
      id: `case-${row.case}`,
      sort: "case",
      title: row.name,
      aside: row.forum,
      run: () => this.#app.go({ view: "timeline", case: row.case }),
    }));
  }

  #commands(): Found[] {
    const possible = COMMANDS.filter(
      (command) => command.id !== "palette" && (command.when?.(this.#app) ?? true),
    );
    return possible.map((command) => ({
      id: `command-${command.id}`,
      sort: "command",
      title: command.title,
      aside: shown(command.keys[0] ?? ""),
      run: () => {
        this.#app.sheet = null;
        command.run(this.#app);
      },
    }));
  }

  #people(): Found[] {
    return (this.#parties.value ?? []).map((row) => ({
      id: `party-${row.party}`,
      sort: row.kind === "organisation" ? "body" : row.kind,
      title: row.name,
      aside: row.roles[0]?.role ?? "",
      run: () => openParty(this.#app, row.party),
    }));
  }

  #eventItems(): Found[] {
    return (this.#events.value ?? []).map((row) => ({
      id: `event-${row.event}`,
      sort: "event",
      title: row.title,
      aside: dateText(row),
      run: () => this.#app.openEvent(row.event, row.case),
    }));
  }

  #documentItems(): Found[] {
    return (this.#documents.value ?? []).map((row) => ({
      id: `document-${row.document}`,
      sort: "document",
      title: [...row.marks, row.title].join(" "),
      aside: row.kind_words,
      run: () => this.#app.openDocument(row.document),
    }));
  }

  /** Each sum once for each event that states it: the palette leads there, and the accounts stand side by side there. */
  #sumItems(): Found[] {
    if (!hasFigure(this.typed)) return [];
    const seen = new Map<string, AmountLine>();
    for (const line of this.#sums.value ?? []) {
      const id = `sum-${line.event}-${line.amount.kind}-${line.amount.display}`;
      if (!seen.has(id)) seen.set(id, line);
    }
    return [...seen].map(([id, line]) => ({
      id,
      sort: line.amount.kind,
      title: `${line.amount.display}: ${line.title}`,
      aside: saidBy(line),
      run: () => this.#app.openEvent(line.event, line.case),
    }));
  }
}

/** The first events that hold the words, in the order of the timeline. */
async function eventsWith(text: string): Promise<TimelineRow[]> {
  const found = await call("timeline_match", text === "" ? {} : { text });
  if (found.length === 0) return [];
  const { rows } = await call("timeline", { filter: {}, only: found.slice(0, MOST * 5) });
  return rows;
}

/** The first documents that hold the words or bear the number, in the order in which they came. */
async function documentsWith(text: string): Promise<RegisterRow[]> {
  const filter = text === "" ? {} : { text };
  return (await call("register", { order: { filter }, from: 0, count: MOST * 5 })).rows;
}

/** Sums are found by their figures; nothing else asks for all of them. */
function hasFigure(typed: string): boolean {
  return /\p{N}|\p{Sc}/u.test(typed);
}
