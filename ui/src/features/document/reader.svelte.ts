import type { DocumentRow } from "../../api/generated/wire";
import type { ReaderPage } from "../../platform";
import {
  isReport,
  type Act,
  type Command,
  type Kind,
  type PageLayout,
  type Quote,
  type Report,
} from "../../reader/protocol/messages";

type Told<T extends Report["type"]> = Extract<Report, { type: T }>;

/** What the window does with what it hears from a document's frame. */
export type Heard = {
  /** The page that is read is another now. */
  turned: (page: number) => void;
  /** The layout was changed by the user. */
  laid: (layout: PageLayout) => void;
  /** Other words are selected, or none. */
  selected: (seen: Told<"selected">["seen"]) => void;
  /** A key was pressed that is the window's. */
  pressed: (key: Told<"key">) => void;
  /** A mark was clicked. */
  marked: (id: string) => void;
};

/** The frame in which a document is drawn, seen from the window: what it was told, and what it said. */
export class Reader {
  readonly kind: Kind;
  opened = $state.raw<Told<"opened"> | null>(null);
  view = $state.raw<Told<"view"> | null>(null);
  found = $state.raw<Told<"found"> | null>(null);
  failed = $state.raw<Told<"failed">["why"] | null>(null);
  /** The address of the link under the pointer or the focus; it is shown, never gone to. */
  address = $state.raw<string | null>(null);
  /** The marks whose words are not found on the drawn page. */
  missing = $state.raw<ReadonlySet<string>>(new Set());
  painted = $state(false);

  readonly #page: ReaderPage;
  readonly #heard: Heard;
  #frame: Window | null = null;
  #ready = false;
  /** The page that the frame was sent to; what it says of others before that is out of date. */
  #going: number | null;
  #at: number;
  #before: Command[];

  constructor(
    document: DocumentRow,
    kind: Kind,
    at: number,
    layout: PageLayout,
    page: ReaderPage,
    heard: Heard,
  ) {
    this.kind = kind;
    this.#page = page;
    this.#heard = heard;
    [this.#at, this.#going] = [at, at];
    this.#before = [
      {
        type: "open",
        document: document.document,
        kind,
        size: document.size,
        page: at,
        layout: { ...layout },
      },
    ];
  }

  /** Takes the frame, once it is there. */
  take(frame: Window | null): void {
    this.#frame = frame;
  }

  /** Hears a message of the window; true where it was one of this frame. */
  hear(event: MessageEvent): boolean {
    if (!this.#frame || event.source !== this.#frame || event.origin !== this.#page.origin) return false;
    if (!isReport(event.data)) return false;
    this.#receive(event.data);
    return true;
  }

  go(page: number): void {
    if (page === this.#at) return;
    [this.#at, this.#going] = [page, page];
    this.#send({ type: "go", page });
  }

  mark(quotes: Quote[], opened: string | null): void {
    this.#send({ type: "marks", quotes, opened });
  }

  act(act: Act): void {
    this.#send({ type: "act", act });
  }

  zoom(percent: number): void {
    this.#send({ type: "zoom", percent });
  }

  find(words: string): void {
    this.found = null;
    this.#send({ type: "find", words });
  }

  step(by: "next" | "previous"): void {
    this.#send({ type: "step", by });
  }

  look(percent: number): void {
    this.#send({ type: "look", percent });
  }

  clear(): void {
    this.#send({ type: "clear" });
  }

  focus(): void {
    this.#send({ type: "focus" });
  }

  /** Until the frame is there, the newest command of each type is kept. */
  #send(command: Command): void {
    if (this.#ready) this.#frame?.postMessage(command, this.#page.origin);
    else this.#before = [...this.#before.filter(({ type }) => type !== command.type), command];
  }

  #receive(report: Report): void {
    switch (report.type) {
      case "ready":
        return this.#begin();
      case "opened":
        return void (this.opened = report);
      case "failed":
        return void (this.failed = report.why);
      case "view":
        return this.#viewed(report);
      case "painted":
        return void (this.painted = true);
      case "placed":
        return this.#placed(report);
      case "found":
        return void (this.found = report);
      case "address":
        return void (this.address = report.address);
      case "selected":
        return this.#heard.selected(report.seen);
      case "key":
        return this.#heard.pressed(report);
      case "mark":
        return this.#heard.marked(report.id);
    }
  }

  #begin(): void {
    if (this.#ready) return;
    this.#ready = true;
    for (const command of this.#before) this.#send(command);
    this.#before = [];
  }

  #viewed(view: Told<"view">): void {
    this.view = view;
    this.#heard.laid(view.layout);
    if (this.#going !== null && view.page !== this.#going) return;
    this.#going = null;
    if (view.page === this.#at) return;
    this.#at = view.page;
    this.#heard.turned(view.page);
  }

  #placed({ found, missing }: Told<"placed">): void {
    const now = new Set(this.missing);
    for (const id of found) now.delete(id);
    for (const id of missing) now.add(id);
    this.missing = now;
  }
}
