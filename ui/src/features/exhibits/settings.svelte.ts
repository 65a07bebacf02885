import type { GroupBy, SortBy } from "../../api/generated/wire";
import { ALL_COLUMNS, AT_FIRST, GROUPS, SORTS, type ColumnId, type ShownColumn } from "./columns";

const KEPT_UNDER = "proofline.register";
const LEAST = 2;
const MOST = 40;

type Kept = { columns: readonly ShownColumn[]; sort: SortBy; descending: boolean; group: GroupBy | "" };

/** How the register is shown: its columns, their order and width, and how it is sorted and grouped. Kept. */
export class RegisterSettings {
  columns = $state.raw<readonly ShownColumn[]>(AT_FIRST);
  sort = $state<SortBy>("added");
  descending = $state(false);
  group = $state<GroupBy | "">("");

  constructor() {
    Object.assign(this, read());
  }

  /** Sorts by something; the other way round where it is sorted by that already. */
  sortBy(sort: SortBy): void {
    this.descending = this.sort === sort && !this.descending;
    this.sort = sort;
    this.#keep();
  }

  set(of: Partial<Kept>): void {
    Object.assign(this, of);
    this.#keep();
  }

  shows(id: ColumnId): boolean {
    return this.columns.some((column) => column.id === id);
  }

  /** Shows a column, at its place among all, or hides it. The title always stays. */
  toggle(id: ColumnId, width: number): void {
    if (id === "title") return;
    const columns = this.shows(id)
      ? this.columns.filter((column) => column.id !== id)
      : [...this.columns, { id, width }];
    this.set({ columns });
  }

  widen(id: ColumnId, width: number): void {
    const inside = Math.max(LEAST, Math.min(width, MOST));
    this.set({ columns: this.columns.map((each) => (each.id === id ? { id, width: inside } : each)) });
  }

  /** Moves a column by one place; false where it is at the end already. */
  move(id: ColumnId, by: 1 | -1): boolean {
    const from = this.columns.findIndex((column) => column.id === id);
    const [one, other] = [this.columns[from], this.columns[from + by]];
    if (!one || !other) return false;
    this.set({ columns: this.columns.with(from, other).with(from + by, one) });
    return true;
  }

  reset(): void {
    this.set({ columns: AT_FIRST });
  }

  #keep(): void {
    const { columns, sort, descending, group } = this;
    try {
      localStorage.setItem(KEPT_UNDER, JSON.stringify({ columns, sort, descending, group }));
    } catch {
      // A window without storage keeps them until it closes.
    }
  }
}

/** What was kept, as far as it still makes sense. */
function read(): Partial<Kept> {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT_UNDER) ?? "{}") as Partial<Kept>;
    const columns = (kept.columns ?? []).filter(
      ({ id, width }) => ALL_COLUMNS.includes(id) && width >= LEAST && width <= MOST,
    );
    return {
      columns: columns.some(({ id }) => id === "title") ? columns : AT_FIRST,
      sort: SORTS.some(([sort]) => sort === kept.sort) ? (kept.sort as SortBy) : "added",
      descending: kept.descending === true,
      group: GROUPS.some(([group]) => group === kept.group) ? (kept.group as GroupBy) : "",
    };
  } catch {
    return {};
  }
}
