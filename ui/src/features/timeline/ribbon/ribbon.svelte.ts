import type { CaseRow, TimelineRow } from "../../../api/generated/wire";
import type { Bubble } from "./bubbles";
import { fill, type Lane } from "./lanes";
import { boundsOf, extentOf, isPlaced, panned, showing, zoomed, type Extent } from "./scale";
import { NO_STRETCH, stretchOf } from "./stretch";

const LANE_ROWS = 3;
const LOW_LANE_ROWS = 2;
const ALONE_ROWS = 6;
const STEP = 1.6;
const CHARACTER_REM = 0.375;

/** Of the undated events, as many have a mark in the tray. */
export const TRAY = 60;

/** From the lane of a case that waits to the lane of the case that it waits on, by their places. */
export type Link = { from: number; to: number; words: string };

/** What the ribbon shows: which part of time, and the lanes that fill it. */
export class Ribbon {
  /** Every event, whatever the filter: it makes the period. */
  all = $state.raw<readonly TimelineRow[]>([]);
  /** The events that pass the filter. */
  events = $state.raw<readonly TimelineRow[]>([]);
  /** The cases, each a lane; null where one case has the ribbon to itself. */
  cases = $state.raw<readonly CaseRow[] | null>(null);
  width = $state(800);
  rem = $state(16);
  /** In a low window the lanes are thinner, so that the table keeps its rows. */
  low = $state(false);
  readonly today: number;
  #chosen = $state.raw<Extent | null>(null);

  whole = $derived.by(() =>
    extentOf(
      this.all.map((event) => event.date),
      this.today,
    ),
  );
  extent = $derived(this.#chosen ?? this.whole);
  zoomedIn = $derived(this.#chosen !== null);
  /** The placed events of each lane, ready to be searched. */
  #stretches = $derived(this.#stretchesOf(this.events));
  lanes = $derived(this.#lanes());
  /** Heights in pixels: of a row of marks, above and below the rows, and of each lane. A lane with a name has room for two lines of it. */
  row = $derived((this.cases ? (this.low ? 0.625 : 0.75) : this.low ? 1 : 1.25) * this.rem);
  #pad = $derived((this.low ? 0.15 : 0.25) * this.rem);
  #least = $derived(this.cases ? (this.low ? 1.625 : 1.875) * this.rem : 0);
  heights = $derived(this.lanes.map((lane) => Math.max(this.#least, lane.rows * this.row + this.#pad * 2)));
  tops = $derived(sums(this.heights));
  height = $derived(this.heights.reduce((sum, each) => sum + each, 0));
  #places = $derived(new Map(this.events.map((event, i) => [event, i + 1])));
  undated = $derived(this.events.filter((event) => !isPlaced(event.date)));
  links = $derived(this.#links());
  todayX = $derived.by(() => this.#x(this.today));

  constructor(today: number) {
    this.today = today;
  }

  /** Whether an event has a mark of its own: it has none behind a count, out of sight, or far down the tray. */
  hasMark(event: TimelineRow): boolean {
    const tray = this.undated.indexOf(event);
    if (tray >= 0) return tray < TRAY;
    const marks = this.lanes[this.laneOf(event)]?.marks ?? [];
    return marks.some((placed) => placed.event === event);
  }

  /** The lane of an event. */
  laneOf(event: TimelineRow): number {
    return this.cases ? this.cases.findIndex((row) => row.case === event.case) : 0;
  }

  /** Which of all events one is, from 1: the same in the ribbon as in the table, whatever is in sight. */
  place(event: TimelineRow): number {
    return this.#places.get(event) ?? 0;
  }

  /** The count that an event is part of; null where it has a mark of its own, or is out of sight. */
  bubbleOf(event: TimelineRow | null): Bubble | null {
    if (!event) return null;
    const lane = this.laneOf(event);
    const bubbles = this.lanes[lane]?.bubbles ?? [];
    if (bubbles.length === 0) return null;
    const at = this.#stretches[lane]?.events.indexOf(event) ?? -1;
    if (at < 0) return null;
    return bubbles.find((bubble) => bubble.positions.includes(at)) ?? null;
  }

  /** Zooms in (above 0) or out, around a pixel. */
  zoom(direction: number, atPixel = this.width / 2): void {
    const { from, to } = this.extent;
    const around = from + ((to - from) * atPixel) / this.width;
    this.#chosen = zoomed(this.extent, direction > 0 ? STEP : 1 / STEP, around, this.whole);
  }

  /** Moves by pixels: to later times where above 0. */
  pan(pixels: number): void {
    this.#chosen = panned(this.extent, pixels / this.width, this.whole);
  }

  /** Moves to the beginning of the period, or to its end, without zooming. */
  toEnd(end: "start" | "end"): void {
    const span = this.extent.to - this.extent.from;
    if (end === "start") this.#chosen = { from: this.whole.from, to: this.whole.from + span };
    else this.#chosen = { from: this.whole.to - span, to: this.whole.to };
  }

  /** What a key does to the part of time that is shown; false for keys that do nothing to it. */
  press(key: string): boolean {
    const step = this.width * 0.15;
    if (key === "+" || key === "=") this.zoom(1);
    else if (key === "-" || key === "−") this.zoom(-1);
    else if (key === "0") this.fit();
    else if (key === "ArrowLeft") this.pan(-step);
    else if (key === "ArrowRight") this.pan(step);
    else if (key === "Home") this.toEnd("start");
    else if (key === "End") this.toEnd("end");
    else return false;
    return true;
  }

  fit(): void {
    this.#chosen = null;
  }

  /** Zooms to the period of a count; false, without zooming, where that would not tell its events apart. */
  open({ from, to, events }: Bubble): boolean {
    const margin = (to - from) * 0.1;
    const near = zoomed({ from: from - margin, to: to + margin }, 1, (from + to) / 2, this.whole);
    const parts = new Set(events().map((event) => `${event.date.earliest} ${event.date.latest}`));
    const nearer = near.to - near.from < (this.extent.to - this.extent.from) * 0.9;
    if (parts.size > 1 && nearer) this.#chosen = near;
    return parts.size > 1 && nearer;
  }

  /** Moves, where it must, so that an event is in sight. */
  reveal(event: TimelineRow): void {
    if (this.#chosen === null) return;
    const { from, to } = boundsOf(event.date);
    const at = from ?? to;
    if (at !== null) this.#chosen = showing(this.#chosen, at);
  }

  #x(moment: number): number {
    return ((moment - this.extent.from) / (this.extent.to - this.extent.from)) * this.width;
  }

  #lanes(): Lane[] {
    const { extent, width } = this;
    const stretch = (lane: number) => this.#stretches[lane] ?? NO_STRETCH;
    if (!this.cases) {
      const room = { extent, width, rows: ALONE_ROWS, character: CHARACTER_REM * this.rem };
      return [fill("", "", stretch(0), room)];
    }
    const room = { extent, width, rows: this.low ? LOW_LANE_ROWS : LANE_ROWS, character: 0 };
    return this.cases.map((row, lane) => fill(row.case, row.name, stretch(lane), room));
  }

  #stretchesOf(events: readonly TimelineRow[]) {
    if (!this.cases) return [stretchOf(events)];
    const groups = byCase(events);
    return this.cases.map((row) => stretchOf(groups.get(row.case) ?? []));
  }

  #links(): Link[] {
    const cases = this.cases ?? [];
    return cases.flatMap((row, from) =>
      row.relations
        .filter((relation) => relation.kind === "waits_on")
        .map((relation) => ({
          from,
          to: cases.findIndex((each) => each.case === relation.to),
          words: `${row.name} waits on ${relation.to_name}`,
        }))
        .filter(({ to }) => to >= 0),
    );
  }
}

function byCase(events: readonly TimelineRow[]): Map<string, TimelineRow[]> {
  const groups = new Map<string, TimelineRow[]>();
  for (const event of events) {
    const group = groups.get(event.case);
    if (group) group.push(event);
    else groups.set(event.case, [event]);
  }
  return groups;
}

/** The sum of all numbers before each. */
function sums(numbers: readonly number[]): number[] {
  let sum = 0;
  return numbers.map((each) => (sum += each) - each);
}
