import { call } from "../../api/client";
import type { ReviewItem, ReviewKind } from "../../api/generated/wire";
import { Latest } from "../../api/latest.svelte";

/** The kinds in the order in which they are shown, and their headings. */
export const HEADINGS: Record<ReviewKind, string> = {
  broken_quote: "Quote not found",
  broken_highlight: "Highlight not found",
  failed_import: "Could not be read",
  unsupported_event: "Unsupported",
  unfiled_document: "In no case",
};

const ORDER = Object.keys(HEADINGS) as ReviewKind[];

/** What wants a look. */
export class Review {
  items = new Latest<ReviewItem[]>();
  selectedId = $state<string | null>(null);

  shown = $derived(
    (this.items.value ?? []).toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind)),
  );
  index = $derived(this.shown.findIndex((item) => keyOf(item) === this.selectedId));
  selected = $derived(this.shown[this.index] ?? null);

  refresh(): Promise<void> {
    return this.items.ask(() => call("review", {}));
  }

  selectAt(index: number): void {
    const item = this.shown[index];
    this.selectedId = item ? keyOf(item) : null;
  }

  reset(): void {
    this.selectedId = null;
    this.items.clear();
  }
}

/** One thing can be here for two reasons. */
export function keyOf(item: ReviewItem): string {
  return `${item.kind} ${item.id}`;
}
