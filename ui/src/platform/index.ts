import type { Host } from "./host";
import { tauriHost } from "./tauri";

export type { Drag, Host, ReaderPage, Start, Unsubscribe } from "./host";

let current: Host = tauriHost;

/** The program around the interface. */
export function host(): Host {
  return current;
}

/** Puts another program around it: for unit tests. */
export function setHost(replacement: Host): void {
  current = replacement;
}
