const DIRECTIONS: Record<string, ["backward" | "forward", "character" | "line"]> = {
  ArrowLeft: ["backward", "character"],
  ArrowRight: ["forward", "character"],
  ArrowUp: ["backward", "line"],
  ArrowDown: ["forward", "line"],
};

/**
 * Selects words by key: Shift and an arrow, with Ctrl by whole words. Where nothing is selected yet, it begins at `start`.
 * True where the key was one of these.
 */
export function extendByKey(view: Window, event: KeyboardEvent, start: () => Range | null): boolean {
  const along = DIRECTIONS[event.key];
  const selection = view.getSelection();
  if (!along || !event.shiftKey || event.altKey || event.metaKey || !selection) return false;
  if (selection.isCollapsed) {
    const range = start();
    if (!range) return false;
    selection.collapse(range.startContainer, range.startOffset);
  }
  const [direction, unit] = along;
  selection.modify("extend", direction, event.ctrlKey && unit === "character" ? "word" : unit);
  return true;
}
