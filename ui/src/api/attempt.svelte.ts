import { asWireError } from "./errors";
import type { WireError } from "./generated/wire";

/** An act that a form sends: whether it is under way, and why it was last refused. */
export class Attempt {
  error = $state.raw<WireError | null>(null);
  busy = $state(false);

  /** Sends; null where it was refused, with `error` saying why, or where it is under way already. */
  async send<T>(act: () => Promise<T>): Promise<T | null> {
    if (this.busy) return null;
    this.error = null;
    this.busy = true;
    try {
      return await act();
    } catch (reason) {
      this.error = asWireError(reason);
      return null;
    } finally {
      this.busy = false;
    }
  }
}

/** What is typed now, or null where it is what was there before: null leaves a value as it is. */
export function ifChanged(now: string, before: string): string | null {
  const typed = now.trim();
  return typed === before.trim() ? null : typed;
}
