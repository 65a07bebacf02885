import { tell } from "./line";

/** Keys that scroll, move the focus or belong to the browser's own selection: they stay here. */
const OWN = new Set([
  "Tab",
  "Enter",
  " ",
  "ArrowUp",
  "ArrowDown",
  "ArrowLeft",
  "ArrowRight",
  "PageUp",
  "PageDown",
  "Home",
  "End",
  "Shift",
  "Control",
  "Alt",
  "Meta",
]);

/** Whether a key press is the window's to answer. */
export function isWindows(event: KeyboardEvent): boolean {
  const held = event.ctrlKey || event.metaKey;
  if (held && ["c", "C"].includes(event.key)) return false;
  return event.altKey || held
    ? !["Control", "Alt", "Meta", "Shift"].includes(event.key)
    : !OWN.has(event.key);
}

/** Passes on the window's keys, as if they were pressed there. */
export function passKeys(target: Document | Window): void {
  target.addEventListener("keydown", (raised) => {
    const event = raised as KeyboardEvent;
    if (event.defaultPrevented || event.isComposing || !isWindows(event)) return;
    event.preventDefault();
    const { key, ctrlKey: ctrl, shiftKey: shift, altKey: alt, metaKey: meta } = event;
    tell({ type: "key", key, ctrl, shift, alt, meta });
  });
}
