// Picks entries out of a list by what they tell of themselves. The list is whole without it; the address has the
// choices, so that going back, and passing it on, work.

const sieve = document.querySelector(".sieve");
const boxes = [...sieve.querySelectorAll("input[type=checkbox]")];
const clear = sieve.querySelector("button");
const told = sieve.querySelector(".told");
const entries = [...document.querySelectorAll(".entry[data-kind]")];
const names = [...sieve.querySelectorAll("fieldset")].map((set) => set.dataset.name);

function chosen(name) {
  return boxes.filter((box) => box.name === name && box.checked).map((box) => box.value);
}

function values(entry, name) {
  return entry.dataset[name].split(" ").filter(Boolean);
}

// Whether an entry has one of the chosen values of each name, leaving out one name.
function fits(entry, without) {
  return names.every((name) => {
    const wanted = name === without ? [] : chosen(name);
    return !wanted.length || values(entry, name).some((value) => wanted.includes(value));
  });
}

function count() {
  for (const name of names) {
    const there = entries.filter((entry) => fits(entry, name)).flatMap((entry) => values(entry, name));
    for (const box of boxes.filter((each) => each.name === name)) {
      box.parentElement.dataset.count = there.filter((value) => value === box.value).length;
    }
  }
}

// A heading without an entry below it goes with its entries.
function close(list) {
  const empty = !list.querySelector(".entry:not([hidden])");
  list.hidden = empty;
  const before = list.previousElementSibling;
  if (before?.matches("h3")) before.hidden = empty;
  const section = list.closest("section");
  if (section) section.hidden = !section.querySelector(".entry:not([hidden])");
}

function pick() {
  for (const entry of entries) entry.hidden = !fits(entry);
  for (const list of new Set(entries.map((entry) => entry.parentElement))) close(list);
  const some = boxes.some((box) => box.checked);
  const left = entries.filter((entry) => !entry.hidden).length;
  const said = !some ? told.dataset.all : left ? told.dataset.some : told.dataset.none;
  told.textContent = said.replace("{count}", left).replace("{all}", entries.length);
  clear.hidden = !some;
  count();
}

function read() {
  const asked = new URLSearchParams(location.search);
  for (const box of boxes) box.checked = asked.getAll(box.name).includes(box.value);
  if (boxes.some((box) => box.checked)) sieve.open = true;
  pick();
}

function write() {
  const asked = new URLSearchParams(boxes.filter((box) => box.checked).map((box) => [box.name, box.value])).toString();
  history.pushState(null, "", location.pathname + (asked ? `?${asked}` : ""));
}

sieve.addEventListener("change", () => { write(); pick(); });
clear.addEventListener("click", () => {
  for (const box of boxes) box.checked = false;
  write();
  pick();
  boxes[0].focus();
});
addEventListener("popstate", read);

sieve.hidden = false;
read();
