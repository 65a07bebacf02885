import type { App } from "./app.svelte";
import { COMMANDS } from "./commands";
import { isBareCharacter, isTyping, matches } from "./keys";

const KEPT_UNDER = "proofline.letter-keys";

/** Whether single characters act as commands (WCAG 2.1.4 asks that they can be turned off). */
class LetterKeys {
  on = $state(read());

  set(on: boolean): void {
    this.on = on;
    try {
      localStorage.setItem(KEPT_UNDER, on ? "on" : "off");
    } catch {
      // A window without storage forgets the choice when it closes.
    }
  }
}

export const letterKeys = new LetterKeys();

/** Runs the command that a key stands for; true where there was one. */
export function runShortcut(app: App, event: KeyboardEvent): boolean {
  if (event.defaultPrevented || (app.sheet !== null && app.sheet !== "keys")) return false;
  const typing = isTyping(event.target);
  const found = COMMANDS.find((command) => {
    const meant = command.keys.some((chord) => {
      const bare = isBareCharacter(chord);
      if (bare && (typing || !letterKeys.on)) return false;
      if (typing && !command.inFields) return false;
      return matches(chord, event);
    });
    return meant && (command.when?.(app) ?? true);
  });
  if (!found) return false;
  event.preventDefault();
  found.run(app);
  return true;
}

function read(): boolean {
  try {
    return localStorage.getItem(KEPT_UNDER) !== "off";
  } catch {
    return true;
  }
}
