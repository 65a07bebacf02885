import { call } from "../../api/client";
import type { App } from "../frame/app.svelte";

/** Gives the selected event a star, or takes it off. */
export function toggleStar(app: App): Promise<void> {
  return app.attempt(async () => {
    const row = app.timeline.selected;
    if (!row) return;
    const { starred, title } = await call("event_edit", { event: row.event, starred: !row.starred });
    app.status.say(starred ? `Starred: ${title}` : `The star is off: ${title}`);
  });
}
