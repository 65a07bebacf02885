import type { AccountArgs, AccountEditArgs, AccountRow, Stance } from "../../api/generated/wire";
import { onlyChanged } from "../../api/changed";
import { call } from "../../api/client";
import { readDate } from "../../api/readDate";
import { dateIn } from "../passage/dates";
import { ownDay } from "../passage/selection";
import { sumsIn } from "../passage/sums";
import { dateWritten } from "../timeline/dateWords";
import { Sums } from "./sums.svelte";

type Said = Required<Pick<AccountArgs, "asserted_by" | "stance" | "date" | "amounts" | "quantities">>;

/** What one source tells of an event, in a form. */
export class AccountDraft {
  assertedBy = $state("");
  stance = $state<Stance>("reports");
  date = $state("");
  /** Numbers of people or things, one a line. */
  quantities = $state("");
  sums = new Sums();
  /** The words of the passage that the date was read from; empty where it was typed. */
  suggestedDate = $state("");
  /** The source's own day, ISO 8601; empty where it is not known. */
  reference = $state("");

  constructor(reference: string) {
    this.reference = reference;
  }

  /** An account that is there already. */
  static of(row: AccountRow): AccountDraft {
    const draft = new AccountDraft(ownDay({ published: row.published, dated: row.published }));
    draft.assertedBy = row.asserted_by;
    draft.stance = row.stance;
    draft.date = row.stated || dateWritten(row.date);
    draft.quantities = row.quantities.join("\n");
    draft.sums.take(row.amounts);
    return draft;
  }

  /** Finds the day of the document itself, where the account does not know when that was published. */
  async findReference(document: string | null): Promise<void> {
    if (this.reference !== "" || document === null) return;
    this.reference = ownDay(await call("document_show", { document }).catch(() => null));
  }

  /** Fills in the date and the sums that stand in a passage. What has been typed meanwhile stays. */
  async suggest(quote: string): Promise<void> {
    this.sums.suggest(sumsIn(quote));
    const date = await dateIn(quote, (words) => readDate(words, this.reference)).catch(() => "");
    if (this.date === "") this.date = this.suggestedDate = date;
  }

  /** Everything, as a new account is sent. */
  args(): Said & Pick<AccountArgs, "reference"> {
    return { ...this.#said(), ...this.#against() };
  }

  /** What is other than in `before`, as a changed account is sent; null where nothing is. */
  changes(before: AccountDraft): Omit<AccountEditArgs, "account"> | null {
    const changed = onlyChanged(this.#said(), before.#said());
    if (Object.keys(changed).length === 0) return null;
    return "date" in changed ? { ...changed, ...this.#against() } : changed;
  }

  #said(): Said {
    return {
      asserted_by: this.assertedBy.trim(),
      stance: this.stance,
      date: this.date.trim(),
      amounts: this.sums.args(),
      quantities: lines(this.quantities),
    };
  }

  #against(): Pick<AccountArgs, "reference"> {
    return this.reference === "" ? {} : { reference: this.reference };
  }
}

function lines(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}
