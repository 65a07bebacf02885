import { call } from "../../api/client";
import type { DocumentRow } from "../../api/generated/wire";
import { Latest } from "../../api/latest.svelte";

/** One of an e-mail and its attachments. */
export type Member = { document: string; title: string; kind: string; isHead: boolean };

const MOST_NAMED = 30;

/** An e-mail and its attachments. */
export class Family {
  #members = new Latest<Member[]>();

  members = $derived(this.#members.value ?? []);

  /** Asks for the family of a document: the e-mail first, then what was attached, in its order. */
  show(row: DocumentRow): Promise<void> {
    return this.#members.ask(async () => {
      const head = row.parent === null ? row : await call("document_show", { document: row.parent });
      const attached = await Promise.all(
        head.attachments.map((document, i) => (i < MOST_NAMED ? shown(document) : null)),
      );
      return [
        { ...named(head), isHead: true },
        ...head.attachments.map((document, i) => {
          const known = attached[i];
          return known ? named(known) : { document, title: `attachment ${i + 1}`, kind: "", isHead: false };
        }),
      ];
    });
  }

  clear(): void {
    this.#members.clear();
  }
}

/** Where one key leads in a family: from an attachment to its e-mail, from an e-mail to its first attachment. */
export function relativeOf(row: DocumentRow | null): string | null {
  return row?.parent ?? row?.attachments[0] ?? null;
}

function named({ document, title, kind_words }: DocumentRow): Member {
  return { document, title, kind: kind_words, isHead: false };
}

/** One that is gone has no title and is still listed. */
function shown(document: string): Promise<DocumentRow | null> {
  return call("document_show", { document }).catch(() => null);
}
