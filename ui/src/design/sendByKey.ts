/** Whether a key sends the form that it is pressed in: Ctrl Enter, or ⌘ Enter. */
export function sends(event: KeyboardEvent): boolean {
  return event.key === "Enter" && (event.ctrlKey || event.metaKey);
}

/** Sends a form, after the field with the focus has taken what is typed in it, as it does where it is left. */
export function send(form: HTMLFormElement): void {
  const field = document.activeElement;
  if (field instanceof HTMLElement && form.contains(field)) {
    field.blur();
    field.focus({ preventScroll: true });
  }
  form.requestSubmit();
}

/** Whether a list hangs open below a field: Esc closes that first. */
export function isOpen(target: EventTarget | null): boolean {
  return target instanceof Element && target.getAttribute("aria-expanded") === "true";
}
