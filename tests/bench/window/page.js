// The timeline's acts: `measure` does one and gives the times that it took, milliseconds.

const ROW = "event-row";
const FIELD = "event-filter";
const GRID = ".event-grid";

/** In to a quarter of the steps, out again, and both once more. */
async function zoom(steps) {
  const list = document.querySelector("[aria-label='Ribbon'] [role='listbox']");
  const { left, top, width } = list.getBoundingClientRect();
  const turn = (deltaY) =>
    list.dispatchEvent(
      new WheelEvent("wheel", { deltaY, clientX: left + width * 0.6, clientY: top + 10, bubbles: true, cancelable: true }),
    );
  const marks = () => list.querySelectorAll("[data-testid='ribbon-mark'], [data-testid='ribbon-count']").length;
  if (marks() === 0) throw new Error("the ribbon has no marks");
  return frames(steps, (at) => turn(Math.floor(((at - 1) * 4) / steps) % 2 === 0 ? -100 : 100));
}

/** Opens the timeline of all cases (0) or of one (its place among them), from that of another. */
async function open(place) {
  const whole = link("All cases");
  const cases = all("case-link");
  const [target, other] = place === 0 ? [whole, cases[2]] : [cases[place - 1], cases[2]];
  other.click();
  await rest(500);
  await settled();
  const number = (each) => Number(each.querySelector(".nav-aside").textContent.replace(/\D/g, ""));
  const wanted = place === 0 ? cases.reduce((sum, each) => sum + number(each), 0) : null;
  const before = first();
  const start = performance.now();
  target.click();
  const there = () => {
    const rows = Number(document.querySelector(GRID)?.getAttribute("aria-rowcount") ?? 0) - 1;
    return first() !== "" && first() !== before && (wanted === null || rows === wanted);
  };
  await until(there, "the timeline");
  return [(await painted()) - start];
}

async function measure(act) {
  if ("scroll" in act) return scroll(act.scroll);
  if ("zoom" in act) return zoom(act.zoom);
  if ("open" in act) return open(act.open);
  if ("switch" in act) return timed(() => press(act.switch), () => press(act.switch));
  if ("type" in act) return timed(() => type(act.type), () => type(""));
  type(act.clear);
  await rest(400);
  return timed(() => type(""), () => type(act.clear)).finally(() => type(""));
}
