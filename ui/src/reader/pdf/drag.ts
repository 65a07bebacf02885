/** What holds letters that can be selected. */
const WORD = ".words:not(.marked-only) span:not(.markedContent)";

/** A place between two letters. */
type Place = { node: Node; offset: number };

/**
 * Selects words by dragging over pages. Beside and between the words the nearest one counts: the browser itself would jump to
 * the beginning of the page there, since the words stand apart from each other.
 */
export function selectByDragging(desk: HTMLElement): void {
  let from: Place | null = null;
  desk.addEventListener("mousedown", (event) => {
    // Two clicks select a word, Shift and a click extend: the browser does that well.
    if (event.button !== 0 || event.detail > 1 || event.shiftKey || !isOnPage(event.target)) return;
    event.preventDefault();
    desk.focus({ preventScroll: true });
    window.getSelection()?.removeAllRanges();
    from = placeAt(event.clientX, event.clientY);
  });
  window.addEventListener("mousemove", (event) => {
    if (!from || (event.buttons & 1) === 0) return;
    const to = placeAt(event.clientX, event.clientY);
    if (to) window.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  });
  window.addEventListener("mouseup", () => (from = null));
}

function isOnPage(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(".page") !== null && !target.closest("button");
}

/** The place in the words that is nearest to a point; null where no page with words is near. */
function placeAt(x: number, y: number): Place | null {
  const word = document.elementFromPoint(x, y);
  if (word?.matches(".words span")) return placeIn(word, x);
  const page = nearest([...document.querySelectorAll(".page")], x, y);
  const found = page && nearest([...page.querySelectorAll(WORD)], x, y);
  return found && placeIn(found, x);
}

/** The element nearest to a point: by lines first, then along the line. */
function nearest(elements: readonly Element[], x: number, y: number): Element | null {
  let [found, least]: [Element | null, number] = [null, Infinity];
  for (const element of elements) {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const away = outside(y, top, bottom) * 1000 + outside(x, left, right);
    if (away < least) [found, least] = [element, away];
  }
  return found;
}

function outside(at: number, from: number, to: number): number {
  return Math.max(from - at, at - to, 0);
}

/** The letter of a word at a distance from the left; before its first or after its last where that is beside it. */
function placeIn(word: Element, x: number): Place | null {
  const node = word.firstChild;
  if (!(node instanceof Text)) return null;
  const { left, right, top, bottom } = word.getBoundingClientRect();
  if (x <= left) return { node, offset: 0 };
  if (x >= right) return { node, offset: node.length };
  const caret = document.caretRangeFromPoint(x, (top + bottom) / 2);
  const inside =
    caret?.startContainer === node
      ? caret.startOffset
      : Math.round((node.length * (x - left)) / (right - left));
  return { node, offset: inside };
}
