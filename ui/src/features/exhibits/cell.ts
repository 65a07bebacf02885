import type { CustodyState, RegisterRow } from "../../api/generated/wire";
import { number, size } from "../../design/words";
import { OUTCOME_WORDS } from "../document/outcome";
import { insideWords } from "../evidence/family.svelte";
import type { ColumnId } from "./columns";
import { RELEVANCE } from "./filter";

const CUSTODY: Record<CustodyState, string> = {
  not_verified: "not verified",
  verified: "verified",
  failed: "failed",
};

/** Made once: to make one takes longer than to write a hundred days with it. */
const DAYS = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });

/** What stands in a cell that holds words alone. */
export function words(row: RegisterRow, id: ColumnId): string {
  switch (id) {
    case "mark":
      return row.marks.join(", ");
    case "bates":
      return row.bates.join(", ");
    case "dated":
      return row.dated;
    case "published":
      return row.published;
    case "kind":
      return row.kind_words;
    case "pages":
      return number(row.pages);
    case "source":
      return row.source;
    case "size":
      return size(row.size);
    case "tags":
      return row.tags.join(", ");
    case "issues":
      return row.issues.join(", ");
    case "relevance":
      return row.relevance ? RELEVANCE[row.relevance] : "";
    case "shield":
      return shield(row);
    case "cited":
      return row.cited === 0 ? "–" : `${number(row.cited)} ×`;
    case "custody":
      return CUSTODY[row.custody];
    case "added":
      return day(row.added_at);
    default:
      return row.title;
  }
}

/** What stands below a title: what kind it is of, how reading it ended where that was not well, and what came with it. */
export function below(row: RegisterRow): string {
  return [
    row.kind_words,
    row.outcome === "ok" ? "" : OUTCOME_WORDS[row.outcome],
    row.parent === null ? "" : "inside another",
    row.attachments > 0 ? insideWords(row.kind_words, row.attachments) : "",
    row.locations > 1 ? `in ${number(row.locations)} places` : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

function shield({ confidential, privilege }: RegisterRow): string {
  const privileged = privilege === null ? "" : privilege === "" ? "privileged" : `privileged: ${privilege}`;
  return [confidential ? "confidential" : "", privileged].filter(Boolean).join(", ");
}

function day(rfc3339: string): string {
  const at = new Date(rfc3339);
  return Number.isNaN(at.valueOf()) ? rfc3339 : DAYS.format(at);
}
