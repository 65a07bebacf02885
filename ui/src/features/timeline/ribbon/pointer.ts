import { Drag } from "./drag";
import { PerFrame } from "./frame";
import type { Ribbon } from "./ribbon.svelte";

/** What wheel and drag do to the ribbon, once for each frame: a wheel turns faster than the screen is drawn. */
export class Pointer {
  readonly #drag = new Drag();
  readonly #pan: PerFrame<number>;
  readonly #zoom: PerFrame<{ by: number; at: number }>;

  constructor(ribbon: Ribbon) {
    this.#pan = new PerFrame(
      (held, next) => held + next,
      (by) => ribbon.pan(by),
    );
    this.#zoom = new PerFrame(
      (held, next) => ({ by: held.by + next.by, at: next.at }),
      ({ by, at }) => ribbon.zoom(by, at),
    );
  }

  /** Whether the last press became a drag, and so was no click. */
  get wasDrag(): boolean {
    return this.#drag.wasDrag;
  }

  /** Zooms around the pointer; with Shift, or turned sideways, pans. `left` is where the plot begins, in pixels. */
  wheel(event: WheelEvent, left: number): void {
    event.preventDefault();
    const sideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
    if (sideways) this.#pan.add(event.deltaX || event.deltaY);
    else this.#zoom.add({ by: -event.deltaY, at: event.clientX - left });
  }

  press(event: PointerEvent): void {
    this.#drag.begin(event);
  }

  move(event: PointerEvent): void {
    const by = this.#drag.move(event);
    if (by !== 0) this.#pan.add(-by);
  }

  release(): void {
    this.#drag.end();
  }
}
