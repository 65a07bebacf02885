import { titleOf } from "../../api/errors";
import type { WireError } from "../../api/generated/wire";

/** The line at the foot of the window that says what was done, or what went wrong. */
export class Status {
  text = $state("");
  failed = $state(false);

  /** Says what was done. */
  say(text: string): void {
    this.text = text;
    this.failed = false;
  }

  /** Says what went wrong and what to do about it. */
  fail(error: WireError): void {
    this.text = [`${titleOf(error)}: ${error.message}`, error.hint].filter(Boolean).join(" ");
    this.failed = true;
  }
}
