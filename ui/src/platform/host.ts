import type { Message, WireError } from "../api/generated/wire";

/** What a file drag over the window is doing. Paths are real paths of the file system. */
export type Drag = { kind: "over" } | { kind: "left" } | { kind: "dropped"; paths: string[] };

/** What the program was started with. */
export interface Start {
  /** Why the library that it was to open is not open. */
  error: WireError | null;
  /** Where the sample library goes. */
  sample: string;
  /** Where a new library is offered to go. */
  library: string;
}

/** The page in which documents are shown, of an origin of its own. */
export interface ReaderPage {
  address: string;
  origin: string;
}

/** Ends a subscription. */
export type Unsubscribe = () => void;

/**
 * Everything the interface needs from the program around it: the shell in the window, a stand-in in tests.
 */
export interface Host {
  /** Sends one command; rejects with a `WireError` (or, where the shell itself fails, with something else). */
  rpc(request: { command: string; args: unknown }): Promise<unknown>;
  /** Subscribes to the messages that the back end sends of its own accord. */
  listen(receive: (message: Message) => void): Promise<Unsubscribe>;
  /** Subscribes to files dragged over the window. */
  onDrag(receive: (drag: Drag) => void): Promise<Unsubscribe>;
  /** Asks for files; empty where the user thought better of it. */
  chooseFiles(title: string): Promise<string[]>;
  /** Asks for one existing folder. */
  chooseFolder(title: string): Promise<string | null>;
  /**
   * Asks where to write a file; null where the user thought better of it. `suggested` is its name with an ending,
   * `kinds` the endings that will do.
   */
  saveFile(suggested: string, kinds: string[]): Promise<string | null>;
  /** The page in which documents are shown as they look; null where there is only their text, as in unit tests. */
  readerPage(): ReaderPage | null;
  /** What the program was started with; resolves once the library that it was to open is open. */
  start(): Promise<Start>;
  /** Says that the window shows its content, for whoever drives the program from outside. */
  ready(): void;
  /** Milliseconds since the epoch. */
  now(): number;
}
