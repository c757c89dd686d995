// Searches in the reader's language and, in a group of their own, in the others. The page leads to lists without it.
//
// Pagefind finds pages by their words, one index a language. By what hits can be picked out is in a file beside each
// index, under the names that Pagefind gives its hits.

const LETTERS = { æ: "ae", œ: "oe", þ: "th", ø: "o", ð: "d", đ: "d", ł: "l", ı: "i" };
const AT_ONCE = 10;
const PATIENCE = 250; // milliseconds after the last key
const FIRST = 4; // letters of a word that must be in what it finds
const LEAST = 3; // of a short word
const NAMES = ["kind", "topics", "countries", "year"];

const place = (id) => document.getElementById(id);
const form = place("seek");
const field = place("q");
const told = place("told");
const choices = place("choices");
const boxes = [...form.querySelectorAll("input[type=checkbox]")];
const kinds = new Map(boxes.filter((box) => box.name === "kind").map((box) => [box.value, label(box)]));
const tongues = place("tongues").content;
const states = place("states").content;
const title = document.title;
const own = form.dataset.own;
const reads = [own, ...form.dataset.reads.split(" ")];
const words = form.dataset.indexes.split(" ");
const indexes = words.flatMap((lang, at) => (at % 2 ? [] : [{ lang, href: words[at + 1] }]));
const days = new Intl.DateTimeFormat([own, "nb"], { dateStyle: "long", timeZone: "UTC" });

let found = { own: [], others: [] };
let shown = { own: 0, others: 0 };
let turn = 0;
let waiting;

// What is typed

function fold(text) {
  const apart = text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  return apart.replace(/[æœþøðđłı]/gu, (letter) => LETTERS[letter]);
}

// As it is typed; without letters of its own; and where æ, ø and å were typed as two letters, as with one.
function spellings(text) {
  const folded = fold(text);
  return [...new Set([text, folded, folded.replace(/oe/g, "o").replace(/a[ae]/g, "a")])];
}

// Whether one may search
//
// Pagefind is WebAssembly in a worker, and a worker has the policy that its own file comes with: where that one forbids
// WebAssembly, to try would be a violation. So it would in the page, where Pagefind goes on if its worker is slow or
// fails: there it is to find none.

const able = "Worker" in window && "WebAssembly" in window;
delete window.WebAssembly;

// What is said by the header, or several of them, joined by commas: each policy has to allow it.
function allow(policies) {
  return policies.split(",").every((policy) => {
    const directives = policy.toLowerCase().split(";").map((directive) => directive.trim().split(/\s+/));
    const named = (name) => directives.find(([first]) => first === name);
    const sources = named("script-src") ?? named("default-src");
    return !sources || sources.includes("'wasm-unsafe-eval'") || sources.includes("'unsafe-eval'");
  });
}

async function allowed(href) {
  const answer = await fetch(href);
  if (!answer.ok) throw new Error(`${answer.status} ${href}`);
  await answer.arrayBuffer(); // whole, so that the worker comes out of the cache
  return allow(answer.headers.get("Content-Security-Policy") ?? "");
}

async function searches() {
  return able && (await Promise.all(indexes.map(loaded))).every(([, , may]) => may);
}

// Finding

// All of it before Pagefind begins, which waits no longer than five seconds for its worker.
function loaded(index) {
  index.ready ??= Promise.all([
    import(`${index.href}pagefind.js`).then(async (engine) => {
      await engine.options({ ranking: { metaWeights: { title: 10, named: 10, title_parts: 3, folded: 1, parts: 0.2 } } });
      return engine;
    }),
    fetch(`${index.href}facets.json`, { cache: "no-cache" }).then((answer) => answer.json()),
    allowed(`${index.href}pagefind-worker.js`),
  ]);
  return index.ready;
}

// As much of a word as all its forms have: not the ending of a short one ("bilar", "biler").
function beginning(word) {
  return word.slice(0, Math.min(FIRST, Math.max(LEAST, word.length - 2)));
}

// Pagefind answers a word it does not know by the longest beginning of it that it knows ("inventar" by "in"), in all
// hits alike; so the best one shows whether each word was found by at least its first letters.
async function meant(results, spelling) {
  if (!results.length) return false;
  const { content, locations, meta } = await results[0].data();
  const said = content.split(/\s+/);
  const known = fold([...locations.map((at) => said[at]), ...Object.values(meta)].join(" ")).match(/[\p{L}\p{N}]+/gu) ?? [];
  const asked = fold(spelling).match(/[\p{L}\p{N}]+/gu) ?? [];
  return asked.every((word) => known.some((each) => each.startsWith(beginning(word))));
}

async function hits(index, text) {
  const [engine, facets] = await loaded(index);
  const best = new Map();
  for (const spelling of spellings(text)) {
    const { results } = await engine.search(spelling);
    if (!(await meant(results, spelling))) continue;
    for (const hit of results) {
      const known = best.get(hit.id);
      if (facets[hit.id] && !(known && known.score >= hit.score)) best.set(hit.id, hit);
    }
  }
  return [...best.values()].map((hit) => ({ hit, score: hit.score, index: index.lang, ...facets[hit.id] }));
}

async function find(text) {
  const all = (await Promise.all(indexes.map((index) => hits(index, text)))).flat();
  all.sort((one, two) => two.score - one.score || (one.href < two.href ? -1 : 1));
  return {
    own: all.filter((each) => each.index === own),
    others: all.filter((each) => each.index !== own && each.elsewhere?.[own]),
  };
}

// Picking out

function values(hit, name) {
  if (name === "year") return hit.day ? [hit.day.slice(0, 4)] : [];
  return [].concat(hit[name] ?? []);
}

function chosen(name) {
  return boxes.filter((box) => box.name === name && box.checked).map((box) => box.value);
}

// Whether a hit is among what is chosen, leaving out the choices of one name.
function fits(hit, without) {
  return NAMES.every((name) => {
    const wanted = name === without ? [] : chosen(name);
    return !wanted.length || values(hit, name).some((value) => wanted.includes(value));
  });
}

function offer() {
  const all = [...found.own, ...found.others];
  for (const set of form.querySelectorAll("fieldset")) {
    const name = set.dataset.name;
    const counts = new Map();
    for (const hit of all.filter((each) => fits(each, name))) {
      for (const value of values(hit, name)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    let some = false;
    for (const box of set.querySelectorAll("input")) {
      const count = counts.get(box.value) ?? 0;
      box.parentElement.hidden = !count && !box.checked;
      box.parentElement.dataset.count = count;
      some ||= !box.parentElement.hidden;
    }
    set.hidden = !some;
  }
  place("clear").hidden = !boxes.some((box) => box.checked);
}

function label(box) {
  return box.parentElement.querySelector("span").textContent;
}

// Showing

async function entry(each) {
  const data = await each.hit.data();
  const item = place("hit").content.cloneNode(true);
  const lang = each.lang ?? each.index;
  const link = item.querySelector("a");
  const summary = item.querySelector(".summary");
  const day = item.querySelector(".day");
  link.href = each.index === own ? each.href : each.elsewhere[own];
  link.textContent = data.meta.title;
  summary.append(...marked(data.excerpt));
  if (lang !== own) link.lang = summary.lang = lang;
  item.querySelector(".kind").textContent = kinds.get(each.kind) ?? "";
  if (each.day) day.textContent = period(each.day, each.last ?? each.day);
  else day.remove();
  const state = states.querySelector(`[data-of="${each.kind} ${each.status}"]`);
  if (state) item.querySelector(".state").append(...state.cloneNode(true).childNodes);
  else item.querySelector(".state").remove();
  const tongue = tongues.querySelector(`[data-lang="${lang}"]`);
  if (!reads.includes(lang) && tongue) item.querySelector(".tongue span").textContent = tongue.textContent;
  else item.querySelector(".tongue").remove();
  return item;
}

function period(first, last) {
  const [from, to] = [first, last].map((day) => new Date(`${day}T00:00Z`));
  return first === last ? days.format(from) : days.formatRange(from, to);
}

// An excerpt as text in which words are marked, and nothing else.
function marked(html) {
  return [...new DOMParser().parseFromString(html, "text/html").body.childNodes].map((node) => {
    if (node.nodeName !== "MARK") return node.textContent;
    const mark = document.createElement("mark");
    mark.textContent = node.textContent;
    return mark;
  });
}

async function show(group, from = 0) {
  const list = place(group);
  const picked = found[group].filter((hit) => fits(hit));
  const now = turn;
  const entries = await Promise.all(picked.slice(from, from + AT_ONCE).map(entry));
  if (now !== turn) return;
  if (!from) list.replaceChildren();
  list.append(...entries);
  shown[group] = from + entries.length;
  place(group === "own" ? "more" : "more-others").hidden = shown[group] >= picked.length;
}

function tell(text) {
  const counts = { own: found.own.filter((hit) => fits(hit)).length, others: found.others.filter((hit) => fits(hit)).length };
  const said = counts.own === 0 ? told.dataset.none : counts.own === 1 ? told.dataset.one : told.dataset.more;
  const sentence = said.replace("{count}", counts.own).replace("{words}", () => text);
  const elsewhere = counts.others ? ` · ${told.dataset.elsewhere.replace("{count}", counts.others)}` : "";
  told.textContent = sentence + elsewhere;
  const all = counts.own + counts.others;
  place("hits").hidden = !all;
  place("nothing").hidden = Boolean(all);
  place("nothing").querySelector(".chosen").hidden = !boxes.some((box) => box.checked);
  place("own").hidden = !counts.own;
  place("elsewhere").hidden = !counts.others;
  place("everything").hidden = Boolean(all);
}

function rest() {
  told.textContent = "";
  document.title = title;
  for (const id of ["hits", "nothing"]) place(id).hidden = true;
  choices.hidden = true;
  place("everything").hidden = false;
}

function fail() {
  rest();
  told.textContent = told.dataset.broken;
}

async function pick() {
  const text = field.value.trim();
  offer();
  await Promise.all([show("own"), show("others")]);
  tell(text);
}

async function answer() {
  const text = field.value.trim();
  const now = ++turn;
  if (!text) return rest();
  document.title = `${text} – ${title}`;
  const late = setTimeout(() => { told.textContent = told.dataset.working; }, 400);
  try {
    const all = (await searches()) && (await find(text));
    if (now !== turn) return;
    if (!all) return fail();
    found = all;
    choices.hidden = !(all.own.length + all.others.length);
    await pick();
  } catch (error) {
    if (now !== turn) return;
    fail();
    console.warn(error);
  } finally {
    clearTimeout(late);
  }
}

// The address has what is asked, so that going back, and passing it on, work.

function read() {
  const asked = new URLSearchParams(location.search);
  field.value = asked.get("q") ?? "";
  for (const box of boxes) box.checked = asked.getAll(box.name).includes(box.value);
}

function write(how) {
  const asked = new URLSearchParams();
  const text = field.value.trim();
  if (text) asked.append("q", text);
  for (const box of boxes) if (box.checked) asked.append(box.name, box.value);
  const query = asked.toString();
  const address = location.pathname + (query ? `?${query}` : "");
  if (address !== location.pathname + location.search) history[how](null, "", address);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  write("pushState");
  answer();
});
field.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => { write("replaceState"); answer(); }, PATIENCE);
});
form.addEventListener("change", (event) => {
  if (event.target === field) return;
  write("pushState");
  turn += 1;
  pick();
});
place("clear").addEventListener("click", () => {
  for (const box of boxes) box.checked = false;
  write("pushState");
  turn += 1;
  pick();
  field.focus();
});
for (const [id, group] of [["more", "own"], ["more-others", "others"]]) {
  place(id).addEventListener("click", async () => {
    const from = shown[group];
    await show(group, from);
    place(group).children[from]?.querySelector("a").focus();
  });
}
addEventListener("popstate", () => { read(); answer(); });

form.hidden = false;
read();
// Where there is little room, hits come before the choices that nobody made yet.
if (matchMedia("(max-width: 40rem)").matches && !boxes.some((box) => box.checked)) choices.open = false;
answer();
if (!field.value) field.focus({ preventScroll: true });
