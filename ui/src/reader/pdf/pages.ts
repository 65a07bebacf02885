/** Width and height, CSS pixels. */
export type Size = { width: number; height: number };

/** Between pages, and around them. */
export const GAP = 12;

/** Pages that stand side by side: the first and the last of them, and where they begin and end, from the top. */
export type Row = { first: number; last: number; top: number; bottom: number };

/** Where each page of a document stands under the others. Pages count from 1; sizes are as they are drawn. */
export class Rows {
  readonly rows: readonly Row[];
  readonly height: number;
  /** The widest row, with the space around it. */
  readonly width: number;
  readonly #abreast: number;

  constructor(sizes: readonly Size[], spread: boolean) {
    this.#abreast = spread ? 2 : 1;
    const rows: Row[] = [];
    let [top, width] = [GAP, 0];
    for (let first = 1; first <= sizes.length; first += this.#abreast) {
      const abreast = sizes.slice(first - 1, first - 1 + this.#abreast);
      const bottom = top + Math.max(...abreast.map((size) => size.height));
      rows.push({ first, last: first + abreast.length - 1, top, bottom });
      width = Math.max(width, rowWidth(abreast));
      top = bottom + GAP;
    }
    this.rows = rows;
    this.height = top;
    this.width = width;
  }

  /** The row of a page. */
  of(page: number): Row {
    const row = this.rows[Math.floor((page - 1) / this.#abreast)];
    if (!row) throw new RangeError(`there is no page ${page}`);
    return row;
  }

  /** The pages that are in sight between two heights, the first and the last. */
  between(top: number, bottom: number): [first: number, last: number] {
    const from = this.#at(top);
    const to = this.#at(bottom);
    return [this.rows[from]?.first ?? 1, this.rows[to]?.last ?? 1];
  }

  /** The page that one reads: the first of the row that covers a third of what is in sight, from the top. */
  read(top: number, height: number): number {
    return this.rows[this.#at(top + height / 3)]?.first ?? 1;
  }

  /** The last row that begins at or above a height. */
  #at(height: number): number {
    let [low, high] = [0, this.rows.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.rows[middle]?.top ?? 0) <= height) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** The width of pages side by side, with the space around them. */
export function rowWidth(abreast: readonly Size[]): number {
  return abreast.reduce((sum, size) => sum + size.width, 0) + GAP * (abreast.length + 1);
}

/** How large a row is drawn for it to fit: 1 is the size on paper at 96 pixels an inch. */
export function fitting(abreast: readonly Size[], room: Size, fit: "width" | "page"): number {
  const bare = abreast.reduce((sum, size) => sum + size.width, 0);
  const across = (room.width - GAP * (abreast.length + 1)) / bare;
  const down = (room.height - GAP * 2) / Math.max(...abreast.map((size) => size.height));
  return clamped(fit === "width" ? across : Math.min(across, down));
}

/** The sizes that zooming goes through, per cent. */
const STEPS = [25, 33, 50, 67, 75, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400, 500];

/** The next larger or smaller step. */
export function stepped(percent: number, by: 1 | -1): number {
  const further =
    by > 0 ? STEPS.find((step) => step > percent + 1) : STEPS.findLast((step) => step < percent - 1);
  return further ?? percent;
}

export function clamped(scale: number): number {
  return Math.min(Math.max(scale, 0.1), 5);
}
