// Opening a PDF at a page: `measure` does it and gives the time that it took, milliseconds.

const ROW = "hit";
const FIELD = "search-input";
const GRID = ".hits";

const WORD = "quincunx";
const PDF = "long.pdf";
const BETWEEN = "between.txt";

/** The hit on a page of a document: both are found by a word that stands there. */
const hit = (title, page) =>
  all(ROW).find(
    (each) =>
      each.closest(".group").querySelector("strong").textContent === title &&
      each.querySelector(".page").textContent.trim() === `p. ${page}`,
  );

async function search() {
  link("Search").click();
  await until(() => one(FIELD), "the search");
  if (one(FIELD).value !== WORD) type(WORD);
  await until(() => hit(PDF, 1) && hit(PDF, 350) && hit(BETWEEN, 1), "the hits");
  await rest(500);
}

const go = (to) => to.dispatchEvent(new MouseEvent("dblclick", { bubbles: true }));

async function measure({ open }) {
  await search();
  // Another document goes between, so that nothing of this one is there.
  go(hit(BETWEEN, 1));
  await until(() => one("page-text"), "the note between");
  await rest(300);
  await search();
  const start = performance.now();
  go(hit(PDF, open));
  await until(() => one("reader")?.dataset.painted === String(open), `page ${open}`);
  return [(await painted()) - start];
}
