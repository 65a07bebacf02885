const SLACK = 4;

/** A drag with the mouse; a press that barely moves stays a click. */
export class Drag {
  #start: number | null = null;
  #last = 0;
  /** Whether the last press became a drag. */
  wasDrag = false;

  begin(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.#start = event.clientX;
    this.#last = event.clientX;
    this.wasDrag = false;
  }

  /** Pixels moved since the last call; 0 while it is no drag. */
  move(event: PointerEvent): number {
    if (this.#start === null) return 0;
    if (!this.wasDrag && Math.abs(event.clientX - this.#start) < SLACK) return 0;
    if (!this.wasDrag) (event.currentTarget as Element).setPointerCapture(event.pointerId);
    this.wasDrag = true;
    const by = event.clientX - this.#last;
    this.#last = event.clientX;
    return by;
  }

  end(): void {
    this.#start = null;
  }
}
