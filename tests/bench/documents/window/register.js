// The register's acts: `measure` does one and gives the times that it took, milliseconds.

const ROW = "document-row";
const FIELD = "document-filter";
const GRID = ".document-grid";

const grid = () => document.querySelector(GRID);
/** Whether rows are on screen, and none of them still to be fetched. */
const whole = () => one(ROW) !== undefined && !document.querySelector(`${GRID} [aria-busy]`);
/** The number on the tab, which says how many documents there are. */
const stated = () => Number(one("exhibits-tab")?.textContent.replace(/\D/g, "") ?? NaN);

/** Opens the register of all cases or of one by its tab; it was of another before, so that nothing of it is there. */
async function open(name) {
  const other = name === "All cases" ? "Sable" : "All cases";
  await at(other);
  one("exhibits-tab").click();
  await until(whole, "the other register");
  await settled();
  await at(name);
  const start = performance.now();
  one("exhibits-tab").click();
  await until(() => whole() && Number(grid().getAttribute("aria-rowcount")) === stated() + 1, "the register");
  return [(await painted()) - start];
}

/** Goes to the timeline of a case or of all. */
async function at(name) {
  const before = document.querySelector("h1")?.textContent;
  link(name).click();
  await until(() => document.querySelector("h1")?.textContent.startsWith(name), `the timeline of ${name}, but ${before}`);
  await until(() => one("timeline-tab")?.getAttribute("aria-current") === "page", "the timeline");
  await rest(600);
}

function head(name) {
  const heads = [...document.querySelectorAll("[role=columnheader] button")];
  const found = heads.find((each) => each.textContent.trim().startsWith(name));
  if (!found) throw new Error(`there is no head ${name}`);
  return found;
}

/** Sorts by a column, upwards, from the order of another, whose first row is another one. */
async function sort(name) {
  head(name === "Title" ? "Source" : "Title").click();
  // What was there before stays until the answer is there, and nothing says so.
  await rest(1500);
  const before = await settled();
  const start = performance.now();
  head(name).click();
  await until(() => seen() !== before && whole(), `rows sorted by ${name}`);
  return [(await painted()) - start];
}

/** Scrolls on by as much in every frame as a turned wheel does. */
async function steadily(steps) {
  grid().scrollTop = 0;
  await rest(500);
  return frames(steps, () => (grid().scrollTop += 60));
}

/** Goes to where no row was fetched yet, as one does by dragging the bar. */
async function jump() {
  grid().scrollTop = 0;
  await rest(500);
  const { scrollHeight, clientHeight } = grid();
  const top = Math.floor((scrollHeight - clientHeight) * (0.1 + 0.8 * Math.random()));
  const middle = Math.floor((top + clientHeight / 2) / one(ROW).offsetHeight);
  const start = performance.now();
  grid().scrollTop = top;
  await until(() => grid().querySelector(`[data-index='${middle}']:not([aria-busy])`) && whole(), `row ${middle}`);
  return [(await painted()) - start];
}

async function measure(act) {
  if ("open" in act) return open(act.open);
  if ("sort" in act) return sort(act.sort);
  if ("scroll" in act) return scroll(act.scroll);
  if ("steadily" in act) return steadily(act.steadily);
  if ("jump" in act) return jump();
  if ("switch" in act) return timed(() => press(act.switch), () => press(act.switch));
  return timed(() => type(act.type), () => type(""));
}
