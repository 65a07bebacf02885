import { on } from "svelte/events";

/** How far the pointer goes before a press is a drag, and how near to an edge it scrolls the list, in pixels. */
const BEGINS = 5;
const EDGE = 28;

/** What a list does while one of its rows is dragged. Rows bear their position as `data-index`. */
export type Dragging = {
  /** Whether the row can be dragged now. */
  can: (index: number) => boolean;
  /** The place above which the row would be put; null where the drag has ended. */
  onover: (place: number | null) => void;
  ondrop: (from: number, place: number) => void;
};

type Drag = { from: number; y: number; pointer: number; place: number | null };

/**
 * Lets the rows of a scrolling list be dragged to another place by pointer. The drag and drop of the platform is taken
 * by files that are dropped on the window.
 */
export function dragRows(dragging: Dragging): (list: HTMLElement) => () => void {
  return (list) => {
    let drag: Drag | null = null;

    function down(event: PointerEvent) {
      const from = indexOf(event.target);
      const onControl = (event.target as Element).closest("button, input, select, a") !== null;
      if (event.button !== 0 || from < 0 || onControl || !dragging.can(from)) return;
      drag = { from, y: event.clientY, pointer: event.pointerId, place: null };
      list.classList.add("dragging");
    }

    function move(event: PointerEvent) {
      if (!drag || event.pointerId !== drag.pointer) return;
      if (drag.place === null && Math.abs(event.clientY - drag.y) < BEGINS) return;
      if (drag.place === null) list.setPointerCapture(drag.pointer);
      scrollNear(list, event.clientY);
      drag.place = placeAt(event) ?? drag.place ?? drag.from;
      dragging.onover(drag.place);
    }

    function end(drops: boolean) {
      const ended = drag;
      drag = null;
      list.classList.remove("dragging");
      if (!ended || ended.place === null) return;
      dragging.onover(null);
      swallowClick(list);
      const stays = ended.place === ended.from || ended.place === ended.from + 1;
      if (drops && !stays) dragging.ondrop(ended.from, ended.place);
    }

    function escape(event: KeyboardEvent) {
      if (event.key !== "Escape" || !drag) return;
      event.preventDefault();
      event.stopPropagation();
      end(false);
    }

    const ends = [
      on(list, "pointerdown", down),
      on(list, "pointermove", move),
      on(list, "pointerup", () => end(true)),
      on(list, "pointercancel", () => end(false)),
      on(window, "keydown", escape, { capture: true }),
    ];
    return () => ends.forEach((stop) => stop());
  };
}

/** A list with the item at one position put before another position. */
export function moved<T>(items: readonly T[], from: number, place: number): T[] {
  const rest = items.toSpliced(from, 1);
  return rest.toSpliced(place > from ? place - 1 : place, 0, ...items.slice(from, from + 1));
}

function indexOf(target: EventTarget | null): number {
  const row = target instanceof Element ? target.closest("[data-index]") : null;
  return row ? Number(row.getAttribute("data-index")) : -1;
}

function placeAt({ clientX, clientY }: PointerEvent): number | null {
  const row = document.elementFromPoint(clientX, clientY)?.closest("[data-index]");
  if (!row) return null;
  const { top, height } = row.getBoundingClientRect();
  return Number(row.getAttribute("data-index")) + (clientY > top + height / 2 ? 1 : 0);
}

function scrollNear(list: HTMLElement, y: number): void {
  const { top, bottom } = list.getBoundingClientRect();
  if (y < top + EDGE) list.scrollTop -= EDGE / 2;
  else if (y > bottom - EDGE) list.scrollTop += EDGE / 2;
}

/** The end of a drag is no click on the row below it. */
function swallowClick(list: HTMLElement): void {
  const stop = on(list, "click", (event) => event.stopPropagation(), { capture: true });
  setTimeout(stop);
}
