import { call } from "../../api/client";
import type { DocumentEditArgs, DocumentRow } from "../../api/generated/wire";

/** What changes nothing of a document. */
const KEPT = { title: null, source: null, origin: null, dated: null, published: null };

/** Changes what is said of a document; what is left out stays. Rejects with a `WireError`. */
export function editDocument(
  document: string,
  changes: Partial<Omit<DocumentEditArgs, "document">>,
): Promise<DocumentRow> {
  return call("document_edit", { document, ...KEPT, file_in: [], take_out_of: [], ...changes });
}
