import type { RegisterRow } from "../../../api/generated/wire";
import type { App } from "../../frame/app.svelte";
import { moved } from "../../../design/dragRows";

/** Rows that a sheet lists at most; what is selected beyond them keeps the order of the register. */
export const LISTED = 200;

/** The documents that a sheet works on, in an order that can be changed. */
export class Selection {
  documents = $state.raw<readonly string[]>([]);
  #rows = $state.raw<ReadonlyMap<string, RegisterRow>>(new Map());
  ready = $state(false);

  /** The first of them, as they are listed. */
  listed = $derived(this.documents.slice(0, LISTED).flatMap((document) => this.#rows.get(document) ?? []));
  more = $derived(Math.max(0, this.documents.length - LISTED));

  /** Takes what is selected in the register, as it stands there. */
  take(app: App): Promise<void> {
    return app.attempt(async () => {
      this.documents = await app.exhibits.targetsInOrder();
      const rows = await app.exhibits.rowsOf(this.documents.slice(0, LISTED));
      this.#rows = new Map(rows.map((row) => [row.document, row]));
      this.ready = true;
    });
  }

  move(from: number, place: number): void {
    this.documents = moved(this.documents, from, place);
  }

  /** Puts some of them, which are listed now, in another order: the places are those of the list. */
  without(gone: ReadonlySet<string>): readonly string[] {
    return gone.size === 0 ? this.documents : this.documents.filter((document) => !gone.has(document));
  }
}
