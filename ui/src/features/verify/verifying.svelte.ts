import { call } from "../../api/client";
import { asWireError } from "../../api/errors";
import type { Finding, VerifyProgress, VerifyReport, WireError } from "../../api/generated/wire";
import { host } from "../../platform";
import { PARTS, resultOf, shortResultOf, titleOfPart } from "./words";

/** How far a part is. */
export type Stage = { done: number; total: number; startedAt: number };

/** The verification that is running, or the last one. It goes on whether or not its sheet is open. */
export class Verifying {
  running = $state(false);
  /** The part that is being walked. */
  part = $state("");
  stages = $state.raw<Readonly<Record<string, Stage>>>({});
  found = $state.raw<Finding[]>([]);
  report = $state.raw<VerifyReport | null>(null);
  /** Why it could not begin, or could not be cancelled. */
  refused = $state.raw<WireError | null>(null);
  /** Why it stopped, where it failed as a whole. */
  failed = $state<string | null>(null);
  /** A file with an earlier head that the ledger is held against as well. */
  head = $state<string | null>(null);
  /** Whether the last result was not looked at yet. */
  news = $state(false);
  #now = $state(0);

  stage = $derived(this.stages[this.part] ?? null);
  /** Of the part that is being walked, 0 to 1; null where that is not known. */
  share = $derived(
    this.stage && this.stage.total > 0 ? Math.min(1, this.stage.done / this.stage.total) : null,
  );
  /** Bytes of originals, else things, a second. */
  rate = $derived.by(() => {
    const elapsed = this.stage ? this.#now - this.stage.startedAt : 0;
    return this.stage && elapsed > 0 ? (this.stage.done * 1000) / elapsed : 0;
  });
  /** Milliseconds left in the part, as far as can be told. */
  left = $derived(
    this.stage && this.rate > 0 && this.stage.total > this.stage.done
      ? ((this.stage.total - this.stage.done) * 1000) / this.rate
      : null,
  );

  /** In a few words: "Verifying: originals, 43 %". */
  short = $derived.by(() => {
    if (this.failed !== null) return "Verification stopped";
    if (!this.running) return this.report ? shortResultOf(this.report) : "";
    const percent = this.share === null ? "" : `, ${Math.floor(this.share * 100)} %`;
    return `Verifying: ${titleOfPart(this.part || "original").toLowerCase()}${percent}`;
  });

  /** How it ended, in a sentence. */
  told = $derived(this.failed ?? (this.report ? resultOf(this.report) : ""));
  /** Whether it ended with anything that does not hold. */
  isBad = $derived(
    this.failed !== null || (this.report !== null && !this.report.ok && !this.report.cancelled),
  );

  async start(): Promise<void> {
    if (this.running) return;
    this.#begin();
    const head = this.head;
    await this.#try(() => call("verify_start", head === null ? {} : { head }));
    if (this.refused) this.running = false;
  }

  cancel(): Promise<void> {
    return this.#try(() => call("verify_cancel", {}));
  }

  /** Takes a message of progress; it may be the first of a verification that was begun elsewhere. */
  receive({ part, done, total, found, report, error }: VerifyProgress): void {
    if (!this.running) this.#begin();
    this.#now = host().now();
    const startedAt = this.stages[part]?.startedAt ?? this.#now;
    this.part = part;
    this.stages = { ...this.stages, [part]: { done, total, startedAt } };
    if (found.length > 0) this.found = [...this.found, ...found];
    if (report === null && error === null) return;
    this.running = false;
    this.report = report;
    this.failed = error;
    if (report) this.found = report.problems;
    this.news = true;
  }

  /** How a part stands while it runs: before the one that is being walked, all are done. */
  standing(part: string): "done" | "running" | "waiting" {
    const at = (id: string) => PARTS.findIndex((each) => each.id === id);
    if (part === this.part) return "running";
    return at(part) < at(this.part) ? "done" : "waiting";
  }

  reset(): void {
    this.running = false;
    this.news = false;
    this.head = null;
    this.#clear();
  }

  #begin(): void {
    this.#clear();
    this.running = true;
    this.news = false;
    this.#now = host().now();
  }

  #clear(): void {
    this.part = "";
    this.stages = {};
    this.found = [];
    this.report = null;
    this.refused = null;
    this.failed = null;
  }

  async #try(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (reason) {
      this.refused = asWireError(reason);
    }
  }
}
