import { fireEvent, screen, waitFor } from "@testing-library/svelte";
import { expect, test } from "vitest";
import { openWindow, press, violations } from "../../../testing/act";
import { FakeHost } from "../../../testing/fakeHost";

test("the colours of highlights are named, and only those that were changed are sent", async () => {
  const host = new FakeHost();
  await openWindow();
  await press("H", { ctrlKey: true, shiftKey: true });
  const yellow = await screen.findByLabelText<HTMLInputElement>("yellow");
  expect(screen.getByLabelText<HTMLInputElement>("green").value).toBe("helps us");
  expect(yellow.value).toBe("");
  expect(await violations()).toEqual([]);
  await fireEvent.input(yellow, { target: { value: "admission" } });
  await press("Enter", { ctrlKey: true });
  await waitFor(() => expect(screen.queryByTestId("colours-form")).toBeNull());
  const sent = host.calls.filter((call) => call.command === "colour_name").map((call) => call.args);
  expect(sent).toEqual([{ colour: "yellow", name: "admission" }]);
});
