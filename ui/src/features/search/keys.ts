import { moveFor } from "../../design/virtual";
import type { App } from "../frame/app.svelte";
import { openRow } from "./acts";

/** Rows that a page key passes over. */
const PAGE = 8;

/** What a key does in the box or in the list of hits: walks, opens. True where it did something. */
export function keyOf(app: App, event: KeyboardEvent): boolean {
  const { search } = app;
  if (event.altKey || event.isComposing) return false;
  if (event.key === "ArrowDown" && !search.asks) return enterRecent();
  if (event.key === "Enter") {
    openRow(app);
    return search.rows.length > 0;
  }
  // In the box the bare keys go to the ends of what is typed.
  const inBox = event.target instanceof HTMLInputElement;
  if (["Home", "End"].includes(event.key) && inBox && !event.ctrlKey) return false;
  const to = moveFor(event.key, search.index, search.rows.length, PAGE);
  if (to === null) return false;
  search.choose(to);
  app.inspect();
  return true;
}

function enterRecent(): boolean {
  const first = document.querySelector<HTMLElement>("[data-recent]");
  first?.focus();
  return first !== null;
}
