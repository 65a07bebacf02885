import { render, screen } from "@testing-library/svelte";
import axe from "axe-core";
import { tick } from "svelte";
import Window from "../features/frame/Window.svelte";

/** What a test does to the window, as a person with a keyboard would. */

/** Opens the window, with the timeline of all cases filled. */
export async function openWindow(): Promise<void> {
  document.documentElement.lang = "en";
  render(Window);
  await screen.findAllByTestId("event-row");
}

/** Presses a key where the focus is. */
export function press(key: string, held: KeyboardEventInit = {}): Promise<void> {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...held }));
  return tick();
}

/** What axe finds wrong with all that is on screen, each with the elements. */
export async function violations(): Promise<string[]> {
  const { violations } = await axe.run(document);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`);
}
