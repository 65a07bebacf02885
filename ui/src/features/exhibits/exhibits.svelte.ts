import { call } from "../../api/client";
import type { DocumentRow } from "../../api/generated/wire";
import { Listing } from "../frame/listing.svelte";

/** The documents of a case. */
export class Exhibits extends Listing<DocumentRow> {
  constructor() {
    super({
      ask: (scope) => call("document_list", { case: scope }),
      key: (row) => row.document,
      text: (row) => [row.title, row.file_name, row.source, row.kind_words].join("\n"),
    });
  }
}
