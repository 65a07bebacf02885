/** Gathers what comes faster than the screen is drawn – the steps of a wheel – and does it once before each frame. */
export class PerFrame<T> {
  #held: T | null = null;
  readonly #join: (held: T, next: T) => T;
  readonly #act: (held: T) => void;

  constructor(join: (held: T, next: T) => T, act: (held: T) => void) {
    this.#join = join;
    this.#act = act;
  }

  add(next: T): void {
    if (this.#held !== null) {
      this.#held = this.#join(this.#held, next);
      return;
    }
    this.#held = next;
    requestAnimationFrame(() => {
      const held = this.#held;
      this.#held = null;
      if (held !== null) this.#act(held);
    });
  }
}
