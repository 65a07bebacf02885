// Runs inside the page: does what a person would, and times it from there to what is painted.

const done = arguments[arguments.length - 1];

const frame = () => new Promise((then) => requestAnimationFrame(then));
/** What was changed by now is on screen at the second frame from now. */
const painted = async () => {
  await frame();
  await frame();
  return performance.now();
};
const rest = (time) => new Promise((then) => setTimeout(then, time));

const all = (id) => [...document.querySelectorAll(`[data-testid='${id}']`)];
const one = (id) => all(id)[0];
const first = () => one("event-row")?.id ?? "";
/** What tells the rows on screen from others: their number where a filter is set, and the first of them. */
const seen = () => {
  const number = one("filter-count")?.textContent.trim() ?? "";
  return `${number} ${first()}`;
};

/** Waits, frame by frame and so without cost for what is measured, until something holds. */
async function until(holds, what) {
  const start = performance.now();
  while (!holds()) {
    if (performance.now() - start > 20_000) throw new Error(`the page does not show ${what}`);
    await new Promise((then) => setTimeout(then, 0));
  }
}

/** Waits until nothing has changed for a while. */
async function settled() {
  let before = seen();
  for (let quiet = 0; quiet < 4; ) {
    await rest(50);
    const now = seen();
    quiet = now === before ? quiet + 1 : 0;
    before = now;
  }
  return before;
}

function type(text) {
  const field = one("event-filter");
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

function press(name) {
  const buttons = [...document.querySelectorAll("button[aria-pressed]")];
  const button = buttons.find((each) => each.textContent.trim().startsWith(name));
  if (!button) throw new Error(`there is no switch ${name}`);
  button.click();
}

/** How long an act takes until what it leads to is painted; `back` takes it back. The act is done once to learn that. */
async function timed(act, back) {
  const from = await settled();
  act();
  await rest(400);
  const to = await settled();
  if (to === from) throw new Error(`nothing changes: ${from}`);
  back();
  await until(() => seen() === from, "what was there before");
  await settled();
  const start = performance.now();
  act();
  await until(() => seen() === to, to);
  const end = await painted();
  back();
  await until(() => seen() === from, "what was there before");
  return [end - start];
}

/** The length of each frame while `step` is called in every one, and for some frames after. */
async function frames(steps, step) {
  await settled();
  const lengths = [];
  let before = await frame();
  for (let at = 1; at <= steps + 3; at += 1) {
    if (at <= steps) step(at);
    const now = await frame();
    lengths.push(now - before);
    before = now;
  }
  return lengths;
}

async function scroll(steps) {
  const grid = document.querySelector(".event-grid");
  grid.scrollTop = 0;
  await rest(300);
  const whole = grid.scrollHeight - grid.clientHeight;
  const lengths = await frames(steps, (at) => (grid.scrollTop = (whole * at) / steps));
  const last = Number(grid.getAttribute("aria-rowcount"));
  if (!grid.querySelector(`[aria-rowindex='${last}']`)) throw new Error("the last row is not drawn at the end");
  grid.scrollTop = 0;
  return lengths;
}

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
  const links = [...document.querySelectorAll("button.nav-item")];
  const whole = links.find((link) => link.textContent.trim().startsWith("All cases"));
  const cases = all("case-link");
  const [target, other] = place === 0 ? [whole, cases[2]] : [cases[place - 1], cases[2]];
  other.click();
  await rest(500);
  await settled();
  const number = (link) => Number(link.querySelector(".nav-aside").textContent.replace(/\D/g, ""));
  const wanted = place === 0 ? cases.reduce((sum, link) => sum + number(link), 0) : null;
  const before = first();
  const start = performance.now();
  target.click();
  const there = () => {
    const rows = Number(document.querySelector(".event-grid")?.getAttribute("aria-rowcount") ?? 0) - 1;
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
