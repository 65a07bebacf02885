import { asWireError } from "../../api/errors";
import type { App } from "../frame/app.svelte";

/** Puts a text on the clipboard, and says so: "Copied the SHA-256." */
export async function copyText(app: App, text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    app.status.say(`Copied the ${what}.`);
  } catch (reason) {
    app.status.fail(asWireError(reason));
  }
}
