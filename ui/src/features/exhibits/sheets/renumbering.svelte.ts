import { call } from "../../../api/client";
import type {
  ExhibitChange,
  ExhibitPlan,
  RenumberArgs,
  RenumberBy,
  SchemeRow,
} from "../../../api/generated/wire";
import { Latest } from "../../../api/latest.svelte";
import { moved } from "../../../design/dragRows";
import type { App } from "../../frame/app.svelte";
import type { Move } from "../exhibits.svelte";

/** What the sheet "Renumber" holds: a scheme, an order, and what numbering by it would come to. */
export class Renumbering {
  schemes = $state.raw<readonly SchemeRow[]>([]);
  scheme = $state("");
  by = $state<RenumberBy>("mark");
  first = $state("");
  plan = new Latest<ExhibitPlan>();
  /** Exhibits that were moved in the register. */
  #move: Move | null = null;
  /** All exhibits in the order that somebody gave them here. */
  #given = $state.raw<readonly string[] | null>(null);

  /** The first of what was moved. */
  get moved(): string | undefined {
    return this.#move?.documents[0];
  }

  row = $derived(this.schemes.find((each) => each.scheme === this.scheme) ?? null);
  changed = $derived(this.plan.value?.changed ?? 0);
  /** In the order that is given, since it is being made; else what changes before what does not. */
  rows = $derived.by((): readonly ExhibitChange[] => {
    const rows = this.plan.value?.rows ?? [];
    if (this.by === "given") return rows;
    const changes = (row: ExhibitChange) => row.before !== row.after;
    return [...rows.filter(changes), ...rows.filter((row) => !changes(row))];
  });

  constructor({ exhibits }: App) {
    this.schemes = (exhibits.schemes.value ?? []).filter((row) => row.count > 0);
    this.#move = exhibits.move;
    this.scheme = this.#move?.scheme ?? this.schemes[0]?.scheme ?? "";
    this.first = this.row?.first ?? "";
    if (this.#move) this.by = "given";
  }

  /** Another scheme, with its own first mark and without what was moved. */
  choose(scheme: string): void {
    this.scheme = scheme;
    this.first = this.row?.first ?? "";
    this.#move = this.#given = null;
    if (this.by === "given") this.by = "mark";
  }

  /** Another order; one of somebody's own begins with what stands there. */
  arrange(by: RenumberBy): void {
    if (by === "given" && !this.#move) this.#given ??= this.rows.map((row) => row.document);
    this.by = by;
  }

  args = $derived.by((): RenumberArgs => {
    const first = this.first.trim();
    const other = first === "" || first === this.row?.first ? {} : { first };
    return { scheme: this.scheme, by: this.by, ...other, ...(this.by === "given" ? this.#order() : {}) };
  });

  ask(): Promise<void> {
    const { args } = this;
    return this.plan.ask(() => call("exhibit_plan", args));
  }

  /** Puts the exhibit at one place before another. */
  move(from: number, place: number): void {
    this.#given = moved(
      this.rows.map((row) => row.document),
      from,
      place,
    );
    this.by = "given";
  }

  #order(): Pick<RenumberArgs, "documents" | "before"> {
    if (this.#given || !this.#move) return { documents: [...(this.#given ?? [])] };
    const { documents, before } = this.#move;
    return { documents: [...documents], ...(before === null ? {} : { before }) };
  }
}
