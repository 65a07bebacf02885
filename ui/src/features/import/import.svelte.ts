import { call } from "../../api/client";
import { asWireError } from "../../api/errors";
import type {
  ImportArgs,
  ImportProgress,
  ImportRow,
  OutcomeCount,
  WireError,
} from "../../api/generated/wire";
import { count, number } from "../../design/words";
import { host } from "../../platform";

/** Files that did not end well and are listed. The others are counted. */
const LISTED = 1000;

/** The import that is running or rests, or the last one. */
export class Importing {
  /** Paths waiting in the sheet, one a line. */
  paths = $state("");
  running = $state(false);
  /** Files wait until somebody lets them go on. */
  paused = $state(false);
  done = $state(0);
  total = $state(0);
  current = $state("");
  cancelled = $state(false);
  error = $state<string | null>(null);
  outcomes = $state.raw<OutcomeCount[]>([]);
  failures = $state.raw<ImportRow[]>([]);
  /** Files whose bytes were in the library before: the one kind that ends well and has a reason. */
  #known = $state(0);
  /** Whether the panel at the foot is shown: while it runs, and after that until it is dismissed. */
  shown = $state(false);
  refused = $state.raw<WireError | null>(null);
  #startedAt = 0;
  /** Files that were done before this run: an import may go on where it was stopped. */
  #doneBefore = $state(0);
  elapsed = $state(0);

  failed = $derived(this.#countOf((outcome) => outcome !== "ok" && outcome !== "partial"));
  read = $derived(this.#countOf((outcome) => outcome === "ok" || outcome === "partial"));
  /** Files a second. */
  rate = $derived(this.elapsed > 0 ? ((this.done - this.#doneBefore) * 1000) / this.elapsed : 0);
  /** Milliseconds left, as far as can be told. */
  left = $derived(
    this.rate > 0 && this.total > this.done ? ((this.total - this.done) * 1000) / this.rate : null,
  );

  #asides = $derived([
    ...(this.#known > 0 ? [`${number(this.#known)} of them here before`] : []),
    ...(this.failed > 0 ? [`${number(this.failed)} could not be read`] : []),
  ]);

  /** How it ended, in words. */
  told = $derived(
    this.error ??
      (this.paused ? `Import paused: ${number(this.done)} of ${number(this.total)} done.` : null) ??
      `${this.cancelled ? "Cancelled, what was done is kept" : "Imported"}: ` +
        `${[count(this.read, "file") + " read", ...this.#asides].join(", ")}.`,
  );

  /** Puts paths into the sheet's list, each once. */
  offer(paths: readonly string[]): void {
    this.paths = [...new Set([...this.list(), ...paths])].join("\n");
  }

  list(): string[] {
    return this.paths
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
  }

  /** Starts; true where the back end took it. */
  async start(rest: Omit<ImportArgs, "paths">): Promise<boolean> {
    this.refused = null;
    this.#clear();
    try {
      await call("import_start", { ...rest, paths: this.list() });
      this.paths = "";
      return true;
    } catch (reason) {
      this.refused = asWireError(reason);
      this.running = false;
      this.shown = false;
      return false;
    }
  }

  /** Imports what lies in folders and what lands in them later; true where the back end took it. */
  async watch(rest: Omit<ImportArgs, "paths">): Promise<boolean> {
    this.refused = null;
    try {
      await call("watch_add", { ...rest, paths: this.list() });
      this.paths = "";
      return true;
    } catch (reason) {
      this.refused = asWireError(reason);
      return false;
    }
  }

  /** Takes a message of progress. */
  receive(progress: ImportProgress): void {
    const goesOn = this.paused && this.shown;
    if (!this.running && !goesOn && !(progress.finished && this.shown)) this.#clear();
    this.elapsed = host().now() - this.#startedAt;
    this.done = progress.done;
    this.total = Math.max(progress.total, progress.done);
    if (progress.current) this.current = progress.current;
    this.outcomes = progress.outcomes;
    this.#list(progress.rows);
    this.cancelled = progress.cancelled;
    this.error = progress.error;
    this.paused = progress.paused;
    this.running = !(progress.finished || progress.paused || progress.cancelled || progress.error !== null);
  }

  /** Asks how the import stands that the library was left with. */
  async load(): Promise<void> {
    const left = await call("import_state", {});
    if (left.finished || this.running) return;
    this.receive(left);
    this.#count(left.done);
  }

  async pause(): Promise<void> {
    await call("import_pause", {});
  }

  async resume(): Promise<void> {
    this.error = null;
    this.#count(this.done);
    await call("import_resume", {});
  }

  async cancel(): Promise<void> {
    await call("import_cancel", {});
    // Where nothing runs nothing answers.
    if (!this.running) this.receive(await call("import_state", {}));
  }

  /** Forgets the import of the library that was open before. */
  reset(): void {
    this.#clear();
    this.running = false;
    this.shown = false;
  }

  dismiss(): void {
    this.shown = false;
  }

  #countOf(which: (outcome: ImportRow["outcome"]) => boolean): number {
    return this.outcomes.filter(({ outcome }) => which(outcome)).reduce((sum, { count }) => sum + count, 0);
  }

  #list(rows: readonly ImportRow[]): void {
    this.#known += rows.filter((row) => row.outcome === "ok" && row.reason !== null).length;
    const more = rows.filter(failed).slice(0, LISTED - this.failures.length);
    if (more.length > 0) this.failures = [...this.failures, ...more];
  }

  /** The pace counts from now on. */
  #count(done: number): void {
    this.#startedAt = host().now();
    this.#doneBefore = done;
    this.elapsed = 0;
  }

  #clear(): void {
    this.running = true;
    this.paused = false;
    this.shown = true;
    this.#count(0);
    this.done = 0;
    this.total = 0;
    this.current = "";
    this.cancelled = false;
    this.error = null;
    this.outcomes = [];
    this.failures = [];
    this.#known = 0;
  }
}

/** Whether a file could not be read well. */
export function failed(row: ImportRow): boolean {
  return row.outcome !== "ok" && row.outcome !== "partial";
}
