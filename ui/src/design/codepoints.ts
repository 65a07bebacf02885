/** A range `[start, end)` counted in Unicode characters (code points), as the back end counts. */
export type Range = readonly [start: number, end: number];

/** Slices a string by Unicode characters, not by UTF-16 units: "😀 a" has three characters. */
export function sliceCodePoints(text: string, start: number, end: number): string {
  const units = new UnitOffsets(text);
  return text.slice(units.at(start), units.at(end));
}

/** A run of text, and which of the layers of ranges cover it. */
export type Segment = { text: string; start: number; covers: number[] };

/**
 * Cuts a text at every edge of every range. `covers` holds the indices of the ranges that cover a segment;
 * ranges may overlap, and what lies outside the text is cut off.
 */
export function cut(text: string, ranges: readonly Range[]): Segment[] {
  const units = new UnitOffsets(text);
  const within = ranges.map(([start, end]) => [Math.max(0, start), Math.min(end, units.length)] as const);
  const edges = new Set([0, units.length]);
  for (const [start, end] of within) if (start < end) edges.add(start).add(end);
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((start, i) => {
    const end = sorted[i + 1] ?? units.length;
    const covers = within.flatMap(([from, to], index) => (from <= start && end <= to ? [index] : []));
    return { text: text.slice(units.at(start), units.at(end)), start, covers };
  });
}

/** Where each Unicode character of a text begins, in UTF-16 units; found once, in one pass. */
class UnitOffsets {
  readonly length: number;
  readonly #offsets: Uint32Array | null;

  constructor(text: string) {
    const offsets: number[] = [];
    let unit = 0;
    for (const character of text) {
      offsets.push(unit);
      unit += character.length;
    }
    this.length = offsets.length;
    const plain = offsets.length === text.length;
    this.#offsets = plain ? null : Uint32Array.from([...offsets, unit]);
  }

  at(index: number): number {
    const inside = Math.max(0, Math.min(index, this.length));
    return this.#offsets ? (this.#offsets[inside] ?? 0) : inside;
  }
}
