import type { AmountArgs, AmountKind, AmountRow, Scope } from "../../api/generated/wire";
import type { FoundSum } from "../passage/sums";

/** A sum in a form, as it is typed. */
export class TypedSum {
  kind = $state<AmountKind>("claimed");
  low = $state("");
  high = $state("");
  currency = $state("USD");
  scope = $state<Scope>("total");
  as_stated = $state("");
  converted = $state("");
  readonly id: number;

  constructor(id: number, of: Partial<FoundSum>) {
    this.id = id;
    Object.assign(this, of);
    this.low = grouped(this.low);
    this.high = plainNumber(this.high) === plainNumber(this.low) ? "" : grouped(this.high);
  }

  /** As it is sent; one sum goes as its lower bound alone. */
  args(): AmountArgs {
    const [low, high] = [plainNumber(this.low), plainNumber(this.high)];
    return {
      kind: this.kind,
      low,
      high: high === low ? "" : high,
      currency: this.currency.trim().toUpperCase(),
      scope: this.scope,
      as_stated: this.as_stated.trim(),
      converted: this.converted.trim(),
    };
  }
}

/** The sums of an account in a form. */
export class Sums {
  list = $state.raw<TypedSum[]>([]);
  /** Whether they were read from a passage and nobody has touched them. */
  suggested = $state(false);
  #next = 0;

  add(of: Partial<FoundSum> = {}): void {
    const currency = this.list.at(-1)?.currency ?? "USD";
    this.list = [...this.list, new TypedSum(this.#next++, { currency, ...of })];
  }

  drop(id: number): void {
    this.list = this.list.filter((sum) => sum.id !== id);
  }

  /** Fills in sums that are in a passage. */
  suggest(found: readonly FoundSum[]): void {
    for (const sum of found) this.add(sum);
    this.suggested = found.length > 0;
  }

  /** What an account states already. */
  take(amounts: readonly AmountRow[]): void {
    for (const { kind, low, high, currency, scope, as_stated, converted } of amounts) {
      this.add({ kind, low: low ?? "", high: high ?? "", currency, scope, as_stated, converted });
    }
  }

  /** As they are sent. */
  args(): AmountArgs[] {
    return this.list.map((sum) => sum.args());
  }
}

/** "1,500,000" as "1500000". */
function plainNumber(typed: string): string {
  return typed.replace(/[,\s]/g, "");
}

/** "1500000.5" as "1,500,000.5". */
function grouped(number: string): string {
  return plainNumber(number).replace(/^\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ","));
}
