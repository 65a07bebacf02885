import type { DateReading } from "../api/generated/wire";

/** Reads a written date; `reference` is the day, ISO 8601, from which words like "Tuesday" count. */
export type ReadDate = (text: string, reference: string) => Promise<DateReading>;

/** Milliseconds without a key before what is typed is read. */
const PAUSE = 120;

/** Reads a date while it is being typed. The last reading stays until the next is there; late answers are dropped. */
export class DateReader {
  reading = $state.raw<DateReading | null>(null);
  readonly #read: ReadDate;
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(read: ReadDate) {
    this.#read = read;
  }

  /** Takes what is typed now. */
  type(text: string, reference: string): void {
    this.stop();
    if (text.trim() === "") this.reading = null;
    else this.#timer = setTimeout(() => void this.#ask(text, reference), PAUSE);
  }

  /** Drops what is under way. */
  stop(): void {
    this.#asked += 1;
    clearTimeout(this.#timer);
  }

  async #ask(text: string, reference: string): Promise<void> {
    const number = this.#asked;
    // A reader that fails reads nothing back: whoever takes the form says why it is refused.
    const answer = await this.#read(text, reference).catch(() => null);
    if (number === this.#asked) this.reading = answer;
  }
}
