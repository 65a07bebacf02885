/** Which events of a list are other ones now than were last answered: none, some, or all of them. */
export class Stale {
  /** What was told since the last answer, in order; null for all. At first everything is to be asked for. */
  #told: (readonly string[] | null)[] = [null];
  #settled = 0;

  get isEmpty(): boolean {
    return this.#told.length === 0;
  }

  /** The events to ask for; null for all. */
  get events(): string[] | null {
    if (this.#told.includes(null)) return null;
    return [...new Set(this.#told.flatMap((events) => events ?? []))];
  }

  /** How much was told until now: to be settled by the answer to a question that is asked now. */
  get mark(): number {
    return this.#settled + this.#told.length;
  }

  note(events: readonly string[] | null): void {
    if (events === null || events.length > 0) this.#told.push(events);
  }

  /** The answer is there to a question that was asked at this mark; what was told since is still to be asked for. */
  settle(mark: number): void {
    const done = Math.max(0, mark - this.#settled);
    this.#told.splice(0, done);
    this.#settled += done;
  }
}
