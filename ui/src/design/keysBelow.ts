import type { Attachment } from "svelte/attachments";

/** Hears the keys that are pressed on what stands inside an element, which itself is nothing to act on. */
export function keysBelow(pressed: (event: KeyboardEvent) => void): Attachment<HTMLElement> {
  return (element) => {
    element.addEventListener("keydown", pressed);
    return () => element.removeEventListener("keydown", pressed);
  };
}

/** Takes the focus as soon as it is there. */
export function takesFocus(element: HTMLElement): void {
  element.focus();
}
