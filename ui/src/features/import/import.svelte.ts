import { call } from "../../api/client";
import { asWireError } from "../../api/errors";
import type { ImportArgs, ImportProgress, ImportRow, WireError } from "../../api/generated/wire";
import { count, number } from "../../design/words";
import { host } from "../../platform";

/** The import that is running, or the last one. */
export class Importing {
  /** Paths waiting in the sheet, one a line. */
  paths = $state("");
  running = $state(false);
  done = $state(0);
  total = $state(0);
  current = $state("");
  cancelled = $state(false);
  error = $state<string | null>(null);
  rows = $state.raw<ImportRow[]>([]);
  /** Whether the panel at the foot is shown: while it runs, and after that until it is dismissed. */
  shown = $state(false);
  refused = $state.raw<WireError | null>(null);
  #startedAt = 0;
  elapsed = $state(0);

  failures = $derived(this.rows.filter(failed));
  read = $derived(this.rows.length - this.failures.length);
  /** Files a second. */
  rate = $derived(this.elapsed > 0 ? (this.done * 1000) / this.elapsed : 0);
  /** Milliseconds left, as far as can be told. */
  left = $derived(
    this.rate > 0 && this.total > this.done ? ((this.total - this.done) * 1000) / this.rate : null,
  );

  /** Files whose bytes were in the library before: the one kind that ends well and has a reason. */
  #known = $derived(this.rows.filter((row) => row.outcome === "ok" && row.reason !== null).length);
  #asides = $derived([
    ...(this.#known > 0 ? [`${number(this.#known)} of them here before`] : []),
    ...(this.failures.length > 0 ? [`${number(this.failures.length)} could not be read`] : []),
  ]);

  /** How it ended, in words. */
  told = $derived(
    this.error ??
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

  /** Takes a message of progress. */
  receive(progress: ImportProgress): void {
    if (!this.running && !(progress.finished && this.shown)) this.#clear();
    this.elapsed = host().now() - this.#startedAt;
    this.done = progress.done;
    this.total = Math.max(progress.total, progress.done);
    this.current = progress.current;
    if (progress.rows.length > 0) this.rows = [...this.rows, ...progress.rows];
    this.cancelled = progress.cancelled;
    this.error = progress.error;
    this.running = !(progress.finished || progress.cancelled || progress.error !== null);
  }

  async cancel(): Promise<void> {
    await call("import_cancel", {});
  }

  dismiss(): void {
    this.shown = false;
  }

  #clear(): void {
    this.#startedAt = host().now();
    this.running = true;
    this.shown = true;
    this.done = 0;
    this.total = 0;
    this.elapsed = 0;
    this.current = "";
    this.cancelled = false;
    this.error = null;
    this.rows = [];
  }
}

/** Whether a file could not be read well. */
export function failed(row: ImportRow): boolean {
  return row.outcome !== "ok" && row.outcome !== "partial";
}
