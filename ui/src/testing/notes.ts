import type { NoteArgs, NoteEditArgs, NoteRef, NoteRow, NotesArgs } from "../api/generated/wire";

export function note(id: string, body: string, of: Partial<NoteRow> = {}): NoteRow {
  return {
    note: id,
    case: null,
    event: null,
    party: null,
    about: "",
    body,
    html: `<p>${body}</p>`,
    changed_at: "2026-11-20T10:00:00Z",
    ...of,
  };
}

/** Answers to the commands of notes, with the notes kept in `rows`. */
export function noteAnswers(rows: NoteRow[] = []) {
  return {
    note_list: (args: NotesArgs) =>
      rows.filter(
        (row) =>
          row.case === (args.case ?? null) &&
          row.event === (args.event ?? null) &&
          row.party === (args.party ?? null),
      ),
    note_add: ({ body, ...about }: NoteArgs) => {
      const row = note(`note-${rows.length + 1}`, body, about);
      rows.unshift(row);
      return row;
    },
    note_edit: ({ note: id, body }: NoteEditArgs) => {
      const at = rows.findIndex((row) => row.note === id);
      return (rows[at] = { ...(rows[at] as NoteRow), ...note(id, body), ...aboutOf(rows[at]) });
    },
    note_remove: ({ note: id }: NoteRef) => {
      rows.splice(
        rows.findIndex((row) => row.note === id),
        1,
      );
      return { act: "remove a note", touched: ["note"], ids: [id], events: [] };
    },
  };
}

function aboutOf(row: NoteRow | undefined): Partial<NoteRow> {
  return row ? { case: row.case, event: row.event, party: row.party } : {};
}
