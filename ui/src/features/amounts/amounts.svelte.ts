import { call } from "../../api/client";
import type { AmountLine } from "../../api/generated/wire";
import { Listing } from "../frame/listing.svelte";

/** A sum as one account states it; an account may state several. */
export type Line = AmountLine & { id: string };

/** A currency and how many of the sums shown are in it. */
export type CurrencyCount = { currency: string; sums: number };

/** The sums that the accounts of one case or of all state. They are listed and drawn, never added up. */
export class Amounts extends Listing<Line> {
  /** The currencies of the sums shown, the most frequent first. */
  currencies = $derived(currenciesOf(this.shown));
  /** The currency that the chart draws: that of the selected sum. */
  currency = $derived(this.selected?.amount.currency ?? "");
  /** The sums of the chart. */
  drawn = $derived(this.shown.filter((line) => line.amount.currency === this.currency));

  constructor() {
    super({
      ask: async (scope) => withIds(await call("amount_list", { case: scope })),
      key: (line) => line.id,
      text: searchText,
    });
  }

  /** Draws another currency: its first sum is selected. */
  draw(currency: string): void {
    this.select(this.shown.find((line) => line.amount.currency === currency)?.id ?? null);
  }
}

/** The date for the table: never blank. */
export function lineDate(line: AmountLine): string {
  return line.date.shape === "undated" ? "undated" : line.date.display;
}

/** Who states the sum, and how they stand to it: "Anne Longfield alleges". */
export function saidBy(line: AmountLine): string {
  return [line.asserted_by, line.stance].filter(Boolean).join(" ");
}

/** The document and page that the sum is read in; empty where none is cited. */
export function citedIn(line: AmountLine): string {
  if (line.document === null) return "";
  return `${line.document_title ?? "Document"}${line.page === null ? "" : `, p.\u00a0${line.page}`}`;
}

/** The conversion in the source's words, and whose it is: "(“about $1.8 billion”, AP)". */
export function conversion(line: AmountLine): string {
  return (
    line.amount.converted &&
    `(${[`“${line.amount.converted}”`, line.asserted_by].filter(Boolean).join(", ")})`
  );
}

function currenciesOf(lines: readonly Line[]): CurrencyCount[] {
  const sums = new Map<string, number>();
  for (const { amount } of lines) sums.set(amount.currency, (sums.get(amount.currency) ?? 0) + 1);
  const counted = [...sums].map(([currency, count]) => ({ currency, sums: count }));
  return counted.sort((a, b) => b.sums - a.sums || a.currency.localeCompare(b.currency));
}

function withIds(rows: readonly AmountLine[]): Line[] {
  const stated = new Map<string, number>();
  return rows.map((row) => {
    const nth = (stated.get(row.account) ?? 0) + 1;
    stated.set(row.account, nth);
    return { ...row, id: `${row.account}-${nth}` };
  });
}

function searchText(line: AmountLine): string {
  const { kind, display, as_stated, converted } = line.amount;
  const where = [line.title, line.case_name, saidBy(line), citedIn(line), lineDate(line)];
  return [kind, display, as_stated, converted, ...where].join("\n");
}
