import { selectedIn } from "./selection";

const DIRECTIONS: Record<string, ["backward" | "forward", "character" | "line"]> = {
  ArrowLeft: ["backward", "character"],
  ArrowRight: ["forward", "character"],
  ArrowUp: ["backward", "line"],
  ArrowDown: ["forward", "line"],
};

/**
 * Selects words of a page by key: Shift and an arrow, with Ctrl by whole words. Where nothing is selected yet, it
 * begins at the opened passage, else at the first word. True where the key was one of these.
 */
export function extendByKey(text: HTMLElement, event: KeyboardEvent): boolean {
  const along = DIRECTIONS[event.key];
  const selection = window.getSelection();
  if (!along || !event.shiftKey || event.altKey || event.metaKey || !selection) return false;
  if (!selectedIn(text)) selection.collapse(text.querySelector(".passage") ?? text, 0);
  const [direction, unit] = along;
  selection.modify("extend", direction, event.ctrlKey && unit === "character" ? "word" : unit);
  return true;
}
