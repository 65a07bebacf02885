/** A key as it is shown and matched: "Ctrl+Shift+Z", "Alt+ArrowLeft", "N", "?". */
export type Chord = string;

/** Whether a key event is this chord. ⌘ stands for Ctrl. */
export function matches(chord: Chord, event: KeyboardEvent): boolean {
  const parts =
    chord === "+" || chord.endsWith("++")
      ? [...chord.slice(0, -1).split("+").filter(Boolean), "+"]
      : chord.split("+");
  const key = parts.at(-1) ?? "";
  const wants = (name: string) => parts.slice(0, -1).includes(name);
  if (wants("Ctrl") !== (event.ctrlKey || event.metaKey) || wants("Alt") !== event.altKey) return false;
  const typed = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  if (typed !== key) return false;
  return isSign(key) || wants("Shift") === event.shiftKey;
}

/** Signs such as ? need Shift on some keyboards and not on others. */
function isSign(key: string): boolean {
  return key.length === 1 && !/[A-Z0-9]/.test(key);
}

/** Whether a chord is a bare character, with Shift or without, which speech input and typing can set off by chance. */
export function isBareCharacter(chord: Chord): boolean {
  return chord.replace(/^Shift\+(?=.)/, "").length === 1;
}

const SHOWN: Record<string, string> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Escape: "Esc",
};

/** A chord as it is printed: "Ctrl Z", "Alt ←". */
export function shown(chord: Chord): string {
  if (chord === "+") return chord;
  return chord
    .replace(/\+\+$/, " +")
    .split(/\+(?!$)/)
    .map((part) => SHOWN[part] ?? part)
    .join(" ");
}

/** Whether the focus is in something that takes characters. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button"].includes(target.type);
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  );
}
