const KEPT_UNDER = "proofline.inspector-parts";

/** The parts of a document's inspector that fold. */
export type PartId =
  "marks" | "numbers" | "dates" | "provenance" | "family" | "thread" | "near" | "claims" | "custody";

/** What nobody asked for yet is folded where it is long and seldom read. */
const FOLDED_AT_FIRST: readonly PartId[] = ["claims"];

/** Which parts of the inspector are folded, from one document and one day to the next. */
class Parts {
  #folded = $state.raw<readonly string[]>(read());

  isOpen(part: PartId): boolean {
    return !this.#folded.includes(part);
  }

  toggle(part: PartId): void {
    this.#set(part, !this.isOpen(part));
  }

  /** Unfolds a part: something in it is about to be used. */
  open(part: PartId): void {
    if (!this.isOpen(part)) this.#set(part, true);
  }

  /** Folds and unfolds as at first. */
  reset(): void {
    this.#folded = FOLDED_AT_FIRST;
  }

  #set(part: PartId, open: boolean): void {
    const others = this.#folded.filter((each) => each !== part);
    this.#folded = open ? others : [...others, part];
    try {
      localStorage.setItem(KEPT_UNDER, this.#folded.join(" "));
    } catch {
      // A window without storage keeps the choice until it closes.
    }
  }
}

export const parts = new Parts();

function read(): readonly string[] {
  try {
    return localStorage.getItem(KEPT_UNDER)?.split(" ").filter(Boolean) ?? FOLDED_AT_FIRST;
  } catch {
    return FOLDED_AT_FIRST;
  }
}
