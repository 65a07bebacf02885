import type { CaseKind, CaseRow } from "../../api/generated/wire";

/** The kinds of case as they are shown. */
export const CASE_KINDS: Record<CaseKind, string> = {
  litigation: "Litigation",
  regulatory_action: "Regulatory action",
  government_action: "Government action",
  investigation: "Investigation",
};

/** What is said of a case, while it is being written. */
export class CaseDraft {
  name = $state("");
  kind = $state<CaseKind>("litigation");
  forum = $state("");
  /** As typed: several with a semicolon between. */
  dockets = $state("");
  status = $state("");
  summary = $state("");

  constructor(row: CaseRow | null = null) {
    if (!row) return;
    this.name = row.name;
    this.kind = row.kind;
    this.forum = row.forum;
    this.dockets = row.dockets.join("; ");
    this.status = row.status;
    this.summary = row.summary;
  }

  /** As a command takes it. */
  get said() {
    const { kind } = this;
    const [name, forum, status, summary] = [this.name, this.forum, this.status, this.summary].map((each) =>
      each.trim(),
    ) as [string, string, string, string];
    const dockets = this.dockets.split(/[\n;]/).map((each) => each.trim());
    return { name, kind, forum, status, summary, dockets: dockets.filter(Boolean) };
  }
}
