import { host } from "../platform";
import type { Commands } from "./generated/wire";

/** Calls one command of the back end; rejects with a `WireError`. */
export function call<K extends keyof Commands>(
  command: K,
  args: Commands[K]["args"],
): Promise<Commands[K]["answer"]> {
  return host().rpc({ command, args }) as Promise<Commands[K]["answer"]>;
}
