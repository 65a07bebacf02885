// What every page of acts shares: it runs inside the page, does what a person would, and times it from there to what is
// painted. The page of acts says what a row, the filter's field and the table are called: ROW, FIELD and GRID.

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
const first = () => one(ROW)?.id ?? "";
/** What tells the rows on screen from others: their number where a filter is set, and the first of them. */
const seen = () => {
  const number = one("filter-count")?.textContent.trim() ?? "";
  return `${number} ${first()}`;
};
const link = (name) =>
  [...document.querySelectorAll("button.nav-item")].find((each) => each.textContent.trim().startsWith(name));

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
  const field = one(FIELD);
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

/** Scrolls the table from end to end. */
async function scroll(steps) {
  const grid = document.querySelector(GRID);
  grid.scrollTop = 0;
  await rest(300);
  const whole = grid.scrollHeight - grid.clientHeight;
  const lengths = await frames(steps, (at) => (grid.scrollTop = (whole * at) / steps));
  const last = Number(grid.getAttribute("aria-rowcount"));
  // A row that is still to be fetched is there, and busy.
  const there = () => grid.querySelector(`[aria-rowindex='${last}']:not([aria-busy])`);
  await until(there, "the last row at the end");
  grid.scrollTop = 0;
  return lengths;
}
