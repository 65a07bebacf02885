import { call } from "../../api/client";
import type { NoteRow } from "../../api/generated/wire";
import { Latest } from "../../api/latest.svelte";

/** What a note is on: one of a case, an event and a party, by its identifier. */
export type About = { case?: string; event?: string; party?: string };

/** The notes on one thing. */
export class Notes {
  rows = new Latest<NoteRow[]>();
  /** The note that is a form now; "new" for one that is being written, null for none. */
  editing = $state<string | null>(null);
  #about: About = {};

  all = $derived(this.rows.value ?? []);

  /** Shows the notes on something. What is being written stays, as long as it is on the same thing. */
  show(about: About): Promise<void> {
    if (nameOf(about) !== nameOf(this.#about)) {
      this.rows.clear();
      this.editing = null;
      this.#about = about;
    }
    return this.rows.ask(() => call("note_list", about));
  }

  /** Keeps a text as a new note, or as another text of one that is there; rejects with a `WireError`. */
  async keep(note: NoteRow | null, body: string): Promise<NoteRow> {
    const kept = note
      ? await call("note_edit", { note: note.note, body })
      : await call("note_add", { ...this.#about, body });
    await this.show(this.#about);
    return kept;
  }

  /** Takes a note away; rejects with a `WireError`. */
  async remove(note: NoteRow): Promise<void> {
    await call("note_remove", { note: note.note });
    await this.show(this.#about);
  }
}

/** What tells one subject of notes from another. */
export function nameOf(about: About): string {
  return [about.case, about.event, about.party].join("/");
}
