import { convertFileSrc, invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { getCurrentWebview } from "@tauri-apps/api/webview";
import { open, save } from "@tauri-apps/plugin-dialog";
import type { Message } from "../api/generated/wire";
import type { Host } from "./host";

/** The desktop shell. */
export const tauriHost: Host = {
  rpc: (request) => invoke("rpc", { request }),
  listen: (receive) => listen<Message>("library", (event) => receive(event.payload)),
  onDrag: (receive) =>
    getCurrentWebview().onDragDropEvent(({ payload }) => {
      if (payload.type === "drop") receive({ kind: "dropped", paths: payload.paths });
      else receive({ kind: payload.type === "leave" ? "left" : "over" });
    }),
  chooseFiles: async (title) => (await open({ title, multiple: true })) ?? [],
  chooseFolder: (title) => open({ title, directory: true, canCreateDirectories: true }),
  saveFile: (suggested, kinds) =>
    save({
      defaultPath: suggested,
      filters: kinds.map((kind) => ({ name: kind.toUpperCase(), extensions: [kind] })),
    }),
  readerPage: () => {
    // Windows makes an http address of the scheme, and `URL` knows no origin of a scheme of one's own.
    const address = convertFileSrc("reader.html", "evidence");
    return { address, origin: address.replace(/\/reader\.html$/, "") };
  },
  start: () => invoke("start"),
  ready: () => void invoke("ready"),
  now: () => Date.now(),
};
