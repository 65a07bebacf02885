import { call } from "../../api/client";
import type { CaseArgs, CaseRow, LibraryInfo, WireError } from "../../api/generated/wire";
import { Latest } from "../../api/latest.svelte";
import { host } from "../../platform";

/** The open library: what it is, and its cases. */
export class Library {
  /** What the back end last said of it; null where none is open. */
  info = $state.raw<LibraryInfo | null>(null);
  /** Whether the back end has answered at all: before that, nothing is shown. */
  known = $state(false);
  /** Why the library that the program was started with is not open. */
  refused = $state.raw<WireError | null>(null);
  list = new Latest<CaseRow[]>();

  cases = $derived(this.list.value ?? []);
  writable = $derived(this.info !== null && this.info.read_only === null);
  #byId = $derived(new Map(this.cases.map((row) => [row.case, row])));

  /** One case, where it is known. */
  case(id: string | null): CaseRow | null {
    return (id !== null && this.#byId.get(id)) || null;
  }

  /** Which of the eight case colours marks a case. */
  colour(id: string): number {
    return (this.case(id)?.colour ?? 0) % 8;
  }

  async load(): Promise<void> {
    try {
      this.refused = (await host().start()).error;
      this.info = await call("library_info", {});
      if (this.info) await this.loadCases();
    } finally {
      this.known = true;
    }
  }

  loadCases(): Promise<void> {
    return this.list.ask(() => call("case_list", {}));
  }

  /** Opens a library's folder; rejects with a `WireError`. */
  async open(path: string): Promise<void> {
    await this.#adopt(await call("library_open", { path }));
  }

  /** Makes a library in a folder, with or without the sample's contents, and opens it. */
  async create(path: string, sample: boolean): Promise<void> {
    await this.#adopt(await call("library_new", { path, sample }));
  }

  addCase(args: CaseArgs): Promise<CaseRow> {
    return call("case_add", args);
  }

  async #adopt(info: LibraryInfo): Promise<void> {
    this.list.clear();
    this.info = info;
    await this.loadCases();
  }
}
