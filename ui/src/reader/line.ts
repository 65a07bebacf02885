import { isCommand, type Command, type Report } from "./protocol/messages";

/** The origin of the window that this frame is in; Windows makes an http address of a scheme. */
const WINDOW =
  location.protocol === "evidence:" ? "tauri://localhost" : `${location.protocol}//tauri.localhost`;

/** Tells the window something. Any other page that had this frame in it would hear nothing. */
export function tell(report: Report): void {
  window.parent.postMessage(report, WINDOW);
}

/** Hears what the window wants; what comes from elsewhere, or has no shape of a command, is dropped. */
export function hear(obey: (command: Command) => void): void {
  window.addEventListener("message", (event) => {
    if (event.source !== window.parent || event.origin !== WINDOW) return;
    if (isCommand(event.data)) obey(event.data);
  });
}
