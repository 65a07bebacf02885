import { asWireError } from "./errors";
import type { WireError } from "./generated/wire";

/**
 * The answer to the latest of several questions. While a newer question is under way the older answer stays,
 * so that nothing on screen jumps; an answer that comes late is dropped.
 */
export class Latest<T> {
  value = $state.raw<T | null>(null);
  error = $state.raw<WireError | null>(null);
  loading = $state(false);
  #asked = 0;

  /** Asks; resolves when the answer, or a newer question, has come. */
  async ask(question: () => Promise<T>): Promise<void> {
    const number = ++this.#asked;
    this.loading = true;
    try {
      const answer = await question();
      if (number === this.#asked) this.#settle(answer, null);
    } catch (reason) {
      if (number === this.#asked) this.#settle(this.value, asWireError(reason));
    }
  }

  /** Forgets the answer and every question under way. */
  clear(): void {
    this.#asked += 1;
    this.#settle(null, null);
  }

  #settle(value: T | null, error: WireError | null): void {
    this.value = value;
    this.error = error;
    this.loading = false;
  }
}
