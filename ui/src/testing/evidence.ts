import type { DocumentRow, RelativeRow, Relatives } from "../api/generated/wire";
import { custodyAnswers } from "./custody";
import type { FakeHost, Handlers } from "./fakeHost";
import { numberingAnswers } from "./numbering";
import { registerAnswers } from "./register";

/** What the back end answers about documents as evidence: the register, marks, numbers and relatives. */
export function evidenceAnswers(host: FakeHost): Handlers {
  return {
    ...registerAnswers(host),
    ...numberingAnswers(host),
    ...custodyAnswers(host),
    document_relatives: ({ document }) => relativesOf(host.documents, document),
    document_near: ({ document }) => ({ document, too_short: false, unsigned: 0, near: [] }),
    document_thread: () => [],
  };
}

/** The relatives of a document: in a test there are few enough to be given all. */
function relativesOf(all: readonly DocumentRow[], document: string): Relatives {
  const inside = (id: string) => {
    const rows = all.filter((row) => row.parent === id).map(relative);
    return { total: rows.length, from: 0, rows };
  };
  const around: DocumentRow[] = [];
  const parentOf = (id: string | undefined) => all.find((row) => row.document === id)?.parent ?? undefined;
  for (let id = parentOf(document); id !== undefined; id = parentOf(id))
    around.unshift(...all.filter((row) => row.document === id));
  const parent = around.at(-1);
  return {
    document,
    around: around.map(relative),
    beside: parent ? inside(parent.document) : null,
    inside: inside(document),
  };
}

function relative({ document, title, kind_words, outcome, attachments }: DocumentRow): RelativeRow {
  return { document, title, kind_words, outcome, inside: attachments };
}
