import { call } from "../../api/client";
import type { DocumentRow, Relatives } from "../../api/generated/wire";
import { Latest } from "../../api/latest.svelte";
import { count } from "../../design/words";

/** What a document lies inside, what lies beside it there, and what lies inside it. */
export class Family {
  #relatives = new Latest<Relatives>();
  /** The row that was asked for last: another answer of it may tell of other relatives. */
  #asked: DocumentRow | null = null;

  /** Asks for the relatives of a document; once, wherever they are shown. */
  async show(row: DocumentRow): Promise<void> {
    if (row === this.#asked) return;
    this.#asked = row;
    const { document } = row;
    if (hasRelatives(row)) await this.#relatives.ask(() => call("document_relatives", { document }));
  }

  /** The relatives of a document; null until they are there. */
  of(row: DocumentRow): Relatives | null {
    const relatives = this.#relatives.value;
    return relatives?.document === row.document ? relatives : null;
  }

  clear(): void {
    this.#asked = null;
    this.#relatives.clear();
  }
}

type Kin = Pick<DocumentRow, "parent" | "attachments">;

/** Whether a document lies inside another, or another inside it. */
export function hasRelatives({ parent, attachments }: Kin): boolean {
  return parent !== null || attachments > 0;
}

/** Where one key leads: out of what a document lies inside, else to the first that lies inside it. */
export function kinOf(relatives: Relatives | null): string | null {
  return relatives?.around.at(-1)?.document ?? relatives?.inside.rows[0]?.document ?? null;
}

/** The documents before and after one where it lies, and its place there, from 1. */
export function neighbours({ document, beside }: Relatives): {
  place: number;
  before: string | null;
  after: string | null;
} {
  const at = beside?.rows.findIndex((row) => row.document === document) ?? -1;
  if (!beside || at < 0) return { place: 0, before: null, after: null };
  const idAt = (index: number) => beside.rows[index]?.document ?? null;
  return { place: beside.from + at + 1, before: idAt(at - 1), after: idAt(at + 1) };
}

/** "3 attachments" of an e-mail, "3 messages" of a mailbox, "3 files inside" of an archive. */
export function insideWords(kind: string, inside: number): string {
  if (kind === "e-mail" || kind === "Outlook message") return count(inside, "attachment");
  if (kind.endsWith("mailbox")) return count(inside, "message");
  return `${count(inside, "file")} inside`;
}
