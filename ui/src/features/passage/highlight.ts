import { call } from "../../api/client";
import type { Colour } from "../../api/generated/wire";
import type { App } from "../frame/app.svelte";
import { citeArgs } from "./selection";

/** Highlights the selected words, in the colour that was used last where none is said. */
export function highlight(app: App, colour: Colour = app.reading.colour): Promise<void> {
  return app.attempt(async () => {
    const { passage } = app;
    if (!passage) return;
    const { colour_name } = await call("annotation_add", { cite: citeArgs(passage), colour });
    app.reading.colour = colour;
    app.passage = null;
    app.status.say(`Highlighted: ${colour_name}`);
    await app.focusView();
  });
}
