import { call } from "../../api/client";
import { asWireError } from "../../api/errors";
import type { Register, RegisterOrder, RegisterRow, WireError } from "../../api/generated/wire";
import type { Items } from "../../design/virtual";

/** Rows that are fetched together. */
export const BLOCK = 200;
/** Blocks that are held: what lies further from what is in sight is forgotten. */
const HELD = 12;
/** Blocks that are under way together. */
const AT_ONCE = 2;

type Block = { edition: number; rows: readonly RegisterRow[] };
type Held = ReadonlyMap<number, Block>;
const NOTHING: Held = new Map();

/** The rows of a register of any length, fetched by blocks as they come into sight. */
export class Blocks implements Items<RegisterRow> {
  /** How many documents pass the filter; null before the first answer. */
  total = $state<number | null>(null);
  /** How many of those are reviewed. */
  reviewed = $state(0);
  error = $state.raw<WireError | null>(null);
  turn = $state(0);
  #held = $state.raw<Held>(NOTHING);
  #order: RegisterOrder = {};
  /** Whether what is held stands in another order than what is asked for. */
  #turned = false;
  #edition = 0;
  #wanted: number[] = [];
  #asked = new Set<number>();

  get length(): number {
    return this.total ?? 0;
  }

  at(index: number): RegisterRow | undefined {
    return this.#held.get(Math.floor(index / BLOCK))?.rows[index % BLOCK];
  }

  /** Every row that is held, in no order that means anything. */
  get rows(): RegisterRow[] {
    return [...this.#held.values()].flatMap((block) => block.rows);
  }

  want(from: number, to: number): void {
    this.#wanted = blocksOf(from, Math.min(to, this.length));
    this.#pump();
  }

  /**
   * Asks anew: the rows are others now, or stand in another order. What is on screen stays until the block at `index` is
   * there; resolves then.
   */
  async renew(order: RegisterOrder, index: number): Promise<void> {
    this.#turned ||= JSON.stringify(order) !== JSON.stringify(this.#order);
    this.#order = order;
    this.#edition += 1;
    this.#asked.clear();
    await this.#ask(Math.floor(Math.max(0, index) / BLOCK));
  }

  /** Forgets everything: another case or library is shown. */
  clear(): void {
    this.#edition += 1;
    this.#asked.clear();
    this.#wanted = [];
    this.#held = NOTHING;
    this.total = null;
    this.error = null;
  }

  #pump(): void {
    while (this.#asked.size < AT_ONCE) {
      const next = this.#wanted.find((block) => !this.#asked.has(block) && !this.#isFresh(block));
      if (next === undefined) return;
      void this.#ask(next);
    }
  }

  async #ask(block: number): Promise<void> {
    const edition = this.#edition;
    this.#asked.add(block);
    const args = { order: this.#order, from: block * BLOCK, count: BLOCK };
    try {
      const answer = await call("register", args);
      if (edition === this.#edition) this.#take(block, answer);
    } catch (reason) {
      if (edition === this.#edition) this.#fail(block, reason);
    }
    if (edition !== this.#edition) return;
    this.#asked.delete(block);
    this.#pump();
  }

  #take(block: number, { total, reviewed, rows }: Register): void {
    const turned = this.#turned;
    this.#turned = false;
    const before = turned ? [] : [...this.#held].filter(([at]) => at * BLOCK < total);
    const held = new Map(before).set(block, { edition: this.#edition, rows });
    for (const at of [...held.keys()].sort((a, b) => this.#distance(b, block) - this.#distance(a, block)))
      if (held.size > HELD) held.delete(at);
    this.#held = held;
    this.total = total;
    this.reviewed = reviewed;
    this.error = null;
    if (turned) this.turn += 1;
  }

  /** It is asked for again when it is in sight again. */
  #fail(block: number, reason: unknown): void {
    this.error = asWireError(reason);
    this.#wanted = this.#wanted.filter((each) => each !== block);
  }

  #isFresh(block: number): boolean {
    return this.#held.get(block)?.edition === this.#edition;
  }

  #distance(block: number, taken: number): number {
    return Math.min(...[taken, ...this.#wanted].map((each) => Math.abs(each - block)));
  }
}

function blocksOf(from: number, to: number): number[] {
  const first = Math.floor(from / BLOCK);
  const last = Math.ceil(to / BLOCK);
  return Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i);
}
