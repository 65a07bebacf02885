import type { CaseRow, EventRow } from "../../../api/generated/wire";
import { fill, type Lane } from "./lanes";
import { boundsOf, extentOf, isPlaced, panned, showing, zoomed, type Extent } from "./scale";

const LANE_ROWS = 3;
const LOW_LANE_ROWS = 2;
const ALONE_ROWS = 6;
const STEP = 1.6;
const CHARACTER_REM = 0.375;

/** From the lane of a case that waits to the lane of the case that it waits on, by their places. */
export type Link = { from: number; to: number; words: string };

/** What the ribbon shows: which part of time, and the lanes that fill it. */
export class Ribbon {
  /** Every event, whatever the filter: it makes the period. */
  all = $state.raw<readonly EventRow[]>([]);
  /** The events that pass the filter. */
  events = $state.raw<readonly EventRow[]>([]);
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
  #byCase = $derived(byCase(this.events));
  lanes = $derived(this.#lanes());
  undated = $derived(this.events.filter((event) => !isPlaced(event.date)));
  links = $derived(this.#links());
  todayX = $derived.by(() => this.#x(this.today));

  constructor(today: number) {
    this.today = today;
  }

  /** Whether an event has a mark of its own: it has none where many share a bubble. */
  hasMark(event: EventRow): boolean {
    return (
      this.undated.includes(event) ||
      this.lanes.some((lane) => lane.marks.some((placed) => placed.event === event))
    );
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

  /** Zooms to a period: a bubble was opened. */
  zoomTo(from: number, to: number): void {
    const margin = (to - from) * 0.1;
    this.#chosen = zoomed({ from: from - margin, to: to + margin }, 1, (from + to) / 2, this.whole);
  }

  /** Moves, where it must, so that an event is in sight. */
  reveal(event: EventRow): void {
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
    if (!this.cases) {
      return [
        fill("", "", this.events, { extent, width, rows: ALONE_ROWS, character: CHARACTER_REM * this.rem }),
      ];
    }
    const room = { extent, width, rows: this.low ? LOW_LANE_ROWS : LANE_ROWS, character: 0 };
    return this.cases.map((row) => fill(row.case, row.name, this.#byCase.get(row.case) ?? [], room));
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

function byCase(events: readonly EventRow[]): Map<string, EventRow[]> {
  const groups = new Map<string, EventRow[]>();
  for (const event of events) {
    const group = groups.get(event.case);
    if (group) group.push(event);
    else groups.set(event.case, [event]);
  }
  return groups;
}
