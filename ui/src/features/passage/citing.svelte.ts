import { Attempt } from "../../api/attempt.svelte";
import { call } from "../../api/client";
import type { DocumentRow, EventRow } from "../../api/generated/wire";
import { AccountDraft } from "../event/accountDraft.svelte";
import { Finding } from "./finding.svelte";
import { citeArgs, ownDay, type Passage } from "./selection";

/** A citation that is being written: a passage, and the event that it is to prove. */
export class Citing {
  quote = $state("");
  readonly account: AccountDraft;
  readonly finding: Finding;
  readonly #passage: Passage;
  readonly attempt = new Attempt();

  aboutDate = $derived(this.attempt.error?.code === "bad_date" ? this.attempt.error : null);
  aboutQuote = $derived(this.attempt.error?.code === "bad_quote" ? this.attempt.error : null);
  aboutRest = $derived(this.aboutDate || this.aboutQuote ? null : this.attempt.error);

  constructor(passage: Passage, row: DocumentRow | null) {
    this.#passage = passage;
    this.quote = passage.quote;
    this.finding = new Finding(row?.cases ?? []);
    this.account = new AccountDraft(ownDay(row));
    void this.account.suggest(passage.quote);
  }

  /** Sends the citation; null where it was refused. */
  async send(): Promise<EventRow | null> {
    const event = this.finding.event?.event;
    if (event === undefined) return null;
    const cite = citeArgs(this.#passage, this.quote);
    return this.attempt.send(() => call("account_add", { event, cite, ...this.account.args() }));
  }
}
