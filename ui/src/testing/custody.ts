import type { CustodyRow, HeadRow, LedgerRow, VerifyProgress, VerifyReport } from "../api/generated/wire";
import { changed } from "./build";
import { wireError, type FakeHost, type Handlers } from "./fakeHost";

/** What the back end answers about custody, the ledger and verification. */

export const HEAD: HeadRow = {
  ...{ library: "lib-1", name: "TikTok, five matters", seq: 4, at: "2026-11-20T10:04:00Z" },
  hash: "d4d4d4d4e5e5e5e5f6f6f6f6a7a7a7a7b8b8b8b8c9c9c9c9d0d0d0d0e1e1e1e1",
};

export function custodyRow(seq: number, words: string, detail = ""): CustodyRow {
  const at = `2026-11-20T10:0${seq % 10}:00Z`;
  return { seq, at, actor: "sample", words, detail, hash: String(seq % 10).repeat(64) };
}

export function ledgerRow(seq: number, act: string): LedgerRow {
  return { seq, at: HEAD.at, actor: "sample", act, changes: 2, hash: String(seq % 10).repeat(64) };
}

export function verifyReport(of: Partial<VerifyReport> = {}): VerifyReport {
  return {
    ...{ ok: true, cancelled: false, at: "2026-11-20T10:00:00Z", took: 65_000, bytes: 3_200_000_000 },
    ...{ head: HEAD, against: null, originals: 120, quotes: 431, ledger: 2310, index: 4000, problems: [] },
    ...of,
  };
}

export function verifyProgress(of: Partial<VerifyProgress> = {}): VerifyProgress {
  return { part: "original", done: 0, total: 0, found: [], report: null, error: null, ...of };
}

const LEDGER = ["add case", "import 5 documents", "mark 2 exhibits", "edit document"];

export function custodyAnswers(host: FakeHost): Handlers {
  const documentOf = (id: string) => {
    const row = host.documents.find((each) => each.document === id);
    if (!row) throw wireError("not_found", "There is no such document.");
    return row;
  };
  return {
    custody_list: ({ document }) => [
      custodyRow(2, "acquired", documentOf(document).locations[0]?.path),
      custodyRow(4, "edit document"),
    ],
    document_export: ({ document }) =>
      changed({ act: "export a copy", touched: ["document"], ids: [document] }),
    document_view_outside: ({ document }) => changed({ act: "view outside", ids: [document] }),
    location_edit: ({ document }) => documentOf(document),
    document_edit: ({ document, title }) => ({ ...documentOf(document), ...(title ? { title } : {}) }),
    ledger: () => LEDGER.map((act, i) => ledgerRow(i + 1, act)).reverse(),
    verify_start: () => ({}),
    verify_cancel: () => ({}),
    verify_write: () => ({}),
    head_show: () => HEAD,
    head_write: () => HEAD,
    head_check: () => ({
      ok: true,
      head: HEAD,
      words: "The ledger still holds this line, with all before it.",
    }),
    colour_name: () => [],
  };
}
