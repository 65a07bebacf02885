import { call } from "../../api/client";
import type { DocumentRow, EventRow } from "../../api/generated/wire";
import { Latest } from "../../api/latest.svelte";
import { fuzzyFilter } from "../../design/fuzzy";
import type { App } from "../frame/app.svelte";
import { COMMANDS } from "../frame/commands";
import { shown } from "../frame/keys";

/** Something that the palette finds. */
export type Found = { id: string; sort: string; title: string; aside: string; run: () => void };

const MOST = 60;

/** What can be found by a few letters of its name: cases, events, documents, commands. */
export class Palette {
  typed = $state("");
  index = $state(0);
  #events = new Latest<EventRow[]>();
  #documents = new Latest<DocumentRow[]>();
  readonly #app: App;

  everything = $derived.by(() => [
    ...this.#cases(),
    ...this.#commands(),
    ...this.#eventItems(),
    ...this.#documentItems(),
  ]);
  found = $derived(fuzzyFilter(this.typed, this.everything, (item) => item.title, MOST));
  chosen = $derived(this.found[this.index] ?? null);

  constructor(app: App) {
    this.#app = app;
    void this.#events.ask(() => call("timeline", { case: null }));
    void this.#documents.ask(() => call("document_list", { case: null }));
  }

  type(typed: string): void {
    this.typed = typed;
    this.index = 0;
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

  #eventItems(): Found[] {
    return (this.#events.value ?? []).map((row) => ({
      id: `event-${row.event}`,
      sort: "event",
      title: row.title,
      aside: row.date.display,
      run: () => this.#app.openEvent(row.event, row.case),
    }));
  }

  #documentItems(): Found[] {
    return (this.#documents.value ?? []).map((row) => ({
      id: `document-${row.document}`,
      sort: "document",
      title: row.title,
      aside: row.kind_words,
      run: () => this.#app.openDocument(row.document),
    }));
  }
}
