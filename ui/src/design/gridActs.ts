import { moveFor, type Several } from "./virtual";

/** What a grid is like now, and what it does. */
type Grid = {
  index: number;
  count: number;
  /** Rows in sight. */
  page: number;
  several: Several | undefined;
  onselect: (index: number) => void;
  onopen: (index: number) => void;
};

type Held = { shiftKey: boolean; ctrlKey: boolean; metaKey: boolean };

/** What keys and presses do to the rows of a grid. Rows bear their position as `data-index`. */
export function gridActs(grid: () => Grid) {
  function select(at: number, held: Held, withCtrl?: (index: number) => void) {
    const { several, onselect } = grid();
    if (several && held.shiftKey) several.extend(at);
    else if (withCtrl && (held.ctrlKey || held.metaKey)) withCtrl(at);
    else onselect(at);
  }

  return {
    /** False for keys that do nothing to the rows. */
    press(event: KeyboardEvent): boolean {
      const { index, count, page, several, onopen } = grid();
      const held = event.ctrlKey || event.metaKey;
      if (held && !several) return false;
      const to = moveFor(event.key, index, count, Math.max(1, page));
      if (to !== null) select(to, event, several?.walk);
      else if (event.key === " " && several && index >= 0) several.toggle(index);
      else if (event.key === "Enter" && !held && index >= 0) onopen(index);
      else return false;
      return true;
    },
    click(event: MouseEvent): void {
      const at = rowAt(event);
      if (at >= 0) select(at, event, grid().several?.toggle);
    },
    doubleClick(event: MouseEvent): void {
      const at = rowAt(event);
      if (at >= 0) grid().onopen(at);
    },
  };
}

function rowAt(event: MouseEvent): number {
  const hit = (event.target as Element).closest("[data-index]");
  return hit ? Number(hit.getAttribute("data-index")) : -1;
}
