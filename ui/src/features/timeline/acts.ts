import { call } from "../../api/client";
import type { TimelineRow } from "../../api/generated/wire";
import { count } from "../../design/words";
import type { App } from "../frame/app.svelte";

/** Puts the focus into the field that filters the events. */
export function focusFilter(): void {
  const field = document.querySelector<HTMLInputElement>("[data-testid=event-filter]");
  field?.focus();
  field?.select();
}

/** Merges the events that are selected together into the one that has the focus; its title and date stay. */
export function mergeTogether(app: App): Promise<void> {
  return app.attempt(async () => {
    const { together, selected } = app.timeline;
    const into = together.find((row) => row.event === selected?.event) ?? together[0];
    if (!into || together.length < 2) return;
    const from = together.map((row) => row.event).filter((event) => event !== into.event);
    await call("event_merge", { into: into.event, from });
    app.timeline.select(into.event);
    app.status.say(`Merged ${count(from.length + 1, "event")} into “${into.title}”. Ctrl Z takes it back.`);
    await app.focusView();
  });
}

/** Moves the selected event by one place among those of its date that are shown; says so where there is none. */
export function moveEvent(app: App, by: 1 | -1): Promise<void> {
  return app.attempt(async () => {
    const { shown, all, selected } = app.timeline;
    if (!selected) return;
    const beside = ofSameDate(shown, selected)[position(shown, selected) + by];
    if (!beside) {
      const where = by < 0 ? "before" : "after";
      app.status.say(`No event of the same date and case stands ${where} it: only these can change places.`);
      return;
    }
    await call("event_move", { event: selected.event, by: position(all, beside) - position(all, selected) });
    app.status.say(`Moved “${selected.title}” ${by < 0 ? "up" : "down"} among the events of its date.`);
  });
}

/** The events that a hand can put in another order: those of the same case and date. */
function ofSameDate(rows: readonly TimelineRow[], as: TimelineRow): TimelineRow[] {
  return rows.filter((row) => row.case === as.case && row.date.edtf === as.date.edtf);
}

function position(rows: readonly TimelineRow[], row: TimelineRow): number {
  return ofSameDate(rows, row).indexOf(row);
}
