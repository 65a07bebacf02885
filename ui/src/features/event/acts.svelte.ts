import { tick } from "svelte";

/** What is being done to the event in the inspector, one thing at a time. */
export type Act =
  { kind: "edit_account" | "follow"; account: string } | { kind: "add_account" | "split" | "merge" };

/** Which form stands in the inspector of an event, and where the focus goes when it closes. */
export class Acts {
  now = $state.raw<Act | null>(null);
  #from: Element | null = null;
  readonly #toView: () => Promise<unknown>;

  /** `toView` puts the focus into the view: for a form that was opened where nothing is any more. */
  constructor(toView: () => Promise<unknown>) {
    this.#toView = toView;
  }

  begin(act: Act): void {
    this.#from = document.activeElement;
    this.now = act;
  }

  /** Whether this is being done now. */
  is(kind: Act["kind"], account?: string): boolean {
    const { now } = this;
    return now?.kind === kind && (account === undefined || ("account" in now && now.account === account));
  }

  /** Closes the form; the focus goes to where it came from, else to the button that opens it again. */
  async end(): Promise<void> {
    const { now } = this;
    this.now = null;
    await tick();
    if (!now) return;
    const from = this.#from instanceof HTMLElement && this.#from.isConnected ? this.#from : null;
    const target = from === document.body ? null : from;
    const button = document.querySelector<HTMLElement>(`[data-act="${nameOf(now)}"]`);
    if (target ?? button) (target ?? button)?.focus();
    else await this.#toView();
  }

  /** Another event is shown: what was begun for the last one is left. */
  clear(): void {
    this.now = null;
  }
}

/** The name of the button that begins an act, for `data-act`. */
export function nameOf(act: Act): string {
  return "account" in act ? `${act.kind} ${act.account}` : act.kind;
}
