// Searches in the reader's language and, in a group of their own, in the others. The page leads to lists without it.
//
// Pagefind finds pages by their words, one index a language. By what hits can be picked out is in a file beside each
// index, under the names that Pagefind gives its hits; which hits have which words, in files beside it. Pagefind answers
// a word it does not know by the longest beginning of it that it knows ("inventar" by "in"), and finds words by less
// than what is asked ("kontakt" by "kontor"): so those files tell which of its hits are any, and it tells how good.

const LETTERS = { æ: "ae", œ: "oe", þ: "th", ø: "o", ð: "d", đ: "d", ł: "l", ı: "i", ŋ: "n", ŧ: "t", ħ: "h" };
const AT_ONCE = 10;
const PATIENCE = 250; // milliseconds after the last key
const LEAST = 3; // letters of a word that are left without an ending
const ENOUGH = 4; // of one that may be meant with other marks (not "mäta" by "mat")
const BEGUN = 0.5; // what a hit counts for that has only longer words than the short one that is asked
const LONGER = 0.7; // and than one that is no chance in longer ones
const CLEAR = 6; // letters of such a one
const UNMARKED = 0.8; // and that has it with other marks
const NAMED = 10; // what a hit counts for that is called what is asked, and nothing else
const MOSTLY = 3; // and what one approaches of whose name more is asked
const LEADING = 1.5; // and a topic that is called so, which leads to all that is about it
const LONG = 30; // words of an excerpt
const DROPPED = /([^aeiouyæøåäö])\1?e([lnr])$/u;
const WORDS = /[\p{L}\p{N}]+/gu;
// None of those who do something: "innkjøpere" are other than "innkjøp".
const ENDINGS = ("a ad ade ades an ande ane anes ans ar are arna arnas arne ars as ast aste at ats de dde e ede en ena " +
  "enas ende ene enes ens er erna ernas erne ernes ers es est este et ets ne nes or orna ornas ors s t te tes tt tte um")
  .split(" ");
// What is no other word's form or end, asked for alone means only itself, and beside others nothing; without marks.
const COMMON = new Set(("a alt an andre at att av bare ble blev bli blir blitt bort da de deg dei deim dem den denne " +
  "der dere deres det dette din disse du eg ei ein eit eitt eller en enn er et ett etter for fore forst fra fran fram " +
  "fyrir ga gar ha han har hon hos hun hur hva hvad hvem hver hvilke hvilken hvilket hvis hvor hvordan hvorfor hvornar " +
  "i ikke ikkje ind inn inte jag jeg kan kor korleis kva kven kvifor man me med mellom men mer mot mod na nar ned noe " +
  "nogen noen nokon nor ocksa og ogsa oc och oss over pa per sa sin sig seg selv sjolv skal ska som til till ud under " +
  "upp uppe ut vad var vara vare varfor vart ved vel vem vi vid vil vilka vilken vilket vill vore ver vaere aven om " +
  "opp ar").split(" "));
const NAMES = ["kind", "topics", "countries", "year"];

const place = (id) => document.getElementById(id);
const form = place("seek");
const field = place("q");
const told = place("told");
const choices = place("choices");
const boxes = [...form.querySelectorAll("input[type=checkbox]")];
const tongues = place("tongues").content;
const states = place("states").content;
const kinds = place("kinds").content;
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

// Without letters of its own, and where æ, ø and å are two letters, as with one.
function narrow(text) {
  return fold(text).replace(/oe/g, "o").replace(/a[ae]/g, "a");
}

function spellings(text) {
  return [...new Set([text, fold(text), narrow(text)])];
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
      await engine.options({ ranking: { metaWeights: { title: 10, called: 10, named: 10, title_parts: 3, folded: 1, parts: 0.2 } } });
      return engine;
    }),
    fetch(`${index.href}facets.json`, { cache: "no-cache" }).then((answer) => answer.json()),
    allowed(`${index.href}pagefind-worker.js`),
  ]);
  return index.ready;
}

// Which hits have the words that begin with the letter of this one. There is a file for every letter.
function table(index, word) {
  const first = fold(word)[0];
  const letter = first >= "a" && first <= "z" ? first : "0";
  index.tables ??= {};
  index.tables[letter] ??= fetch(`${index.href}words/${letter}.json`, { cache: "no-cache" }).then((answer) => answer.json());
  return index.tables[letter];
}

// A word without its ending, in every way to take one off: without the letter that is doubled before some, the vowel that
// is dropped before others ("møbel", "møbler"), and the article after i ("ekonomin").
function stems(word, least) {
  const ends = ["", ...ENDINGS].filter((ending) => word.endsWith(ending));
  const bare = ends.map((ending) => word.slice(0, word.length - ending.length).replace(/([^aeiouy])\1$/u, "$1"));
  const all = bare.flatMap((stem) => [stem, stem.replace(DROPPED, "$1$2"), stem.replace(/ins?$/u, "i")]);
  return all.filter((stem) => stem.length >= least);
}

// What a word that is said counts for, where another is asked: the same, another form of it, or a longer one.
function alike(said, asked, least) {
  if (said === asked) return 1;
  if (COMMON.has(fold(said)) || COMMON.has(fold(asked))) return 0;
  if (said.length > 1 && asked.length > 1 && (said === `${asked}s` || asked === `${said}s`)) return 1;
  const forms = stems(asked, least);
  if (stems(said, least).some((stem) => forms.includes(stem))) return 1;
  if (asked.length < LEAST || !said.startsWith(asked)) return 0;
  return asked.length < CLEAR ? BEGUN : LONGER;
}

// The same, with the marks that are typed or, for less, with others.
function worth(said, asked) {
  const [one, other] = [narrow(said), narrow(asked)];
  const unmarked = asked.length < ENOUGH ? Number(one === other) : alike(one, other, ENOUGH);
  return Math.max(alike(said, asked, LEAST), UNMARKED * unmarked);
}

// How all these words begin.
function beginning(words) {
  const [first, ...others] = words;
  let end = first?.length ?? 0;
  while (others.some((each) => !each.startsWith(first.slice(0, end)))) end -= 1;
  return first?.slice(0, end) ?? "";
}

// What is asked without common words, unless there are no others; without the genitive of a short name ("EU:s"), and
// without a last word of which only the beginning is typed yet.
function telling(text) {
  const plain = text.normalize("NFKC").replace(/[\u00ad\u200b]/g, "").replace(/(\p{L})['’:]s(?!\p{L})/giu, "$1");
  const all = plain.match(WORDS) ?? [];
  const begun = /^\p{Ll}{1,2}$/u.test(all.at(-1) ?? "") && plain.endsWith(all.at(-1));
  const others = (begun ? all.slice(0, -1) : all).filter((word) => !COMMON.has(fold(word)));
  return others.length && others.length < all.length ? others.join(" ") : plain;
}

// What hits count for that have all words that are asked, by their names; the words by which they have them, and what
// each counts for; and how those begin, with marks as they are typed and without: by that, they are found in forms that
// have other stems.
async function judged(index, names, text) {
  const asked = text.normalize("NFKC").toLowerCase().match(WORDS) ?? [];
  const words = new Map();
  const marked = [];
  const bare = [];
  let hits;
  for (const word of new Set(asked)) {
    const having = new Map();
    const meant = [];
    for (const [said, places] of Object.entries(await table(index, word))) {
      const counts = worth(said, word);
      if (!counts) continue;
      meant.push(said);
      words.set(said, Math.max(counts, words.get(said) ?? 0));
      for (const each of places) having.set(names[each], Math.max(counts, having.get(names[each]) ?? 0));
    }
    marked.push(beginning(meant.filter((said) => said.slice(0, LEAST) === word.slice(0, LEAST))));
    bare.push(beginning(meant.map(fold)));
    for (const [name, counts] of having) having.set(name, counts * (hits ? hits.get(name) ?? 0 : 1));
    hits = new Map([...having].filter(([, counts]) => counts));
  }
  return { hits: hits ?? new Map(), words, begun: [marked.join(" "), bare.join(" ")] };
}

// How much of what it is called, common words left out, is among these words: then it is about that and little else.
function share(hit, words) {
  const shares = [hit.title, ...(hit.called ?? [])].map((name) => {
    const said = (name.normalize("NFKC").toLowerCase().match(WORDS) ?? []).filter((word) => !COMMON.has(fold(word)));
    const counts = said.map((word) => words.get(word) ?? (isOf(word, words) ? BEGUN : 0));
    return counts.reduce((sum, each) => sum + each, 0) / Math.max(1, counts.length);
  });
  return Math.max(...shares);
}

async function hits(index, typed) {
  const text = telling(typed);
  const [engine, facets] = await loaded(index);
  const judgement = await judged(index, Object.keys(facets), text);
  const best = new Map();
  const asked = new Set([...spellings(text), ...judgement.begun]);
  for (const spelling of judgement.hits.size ? asked : []) {
    for (const hit of (await engine.search(spelling)).results) {
      if (!judgement.hits.has(hit.id)) continue;
      const called = share(facets[hit.id], judgement.words);
      const named = called < 1 ? 1 + (MOSTLY - 1) * called : NAMED;
      const score = hit.score * judgement.hits.get(hit.id) * named * (called && facets[hit.id].kind === "topic" ? LEADING : 1);
      if (best.has(hit.id) && best.get(hit.id).score >= score) continue;
      best.set(hit.id, { hit, score, index: index.lang, words: judgement.words, ...facets[hit.id] });
    }
  }
  return [...best.values()];
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

// Showing

async function entry(each) {
  const data = await each.hit.data();
  const item = place("hit").content.cloneNode(true);
  const lang = each.lang ?? each.index;
  const link = item.querySelector("a");
  const summary = item.querySelector(".summary");
  const day = item.querySelector(".day");
  link.href = each.index === own ? each.href : each.elsewhere[own];
  link.textContent = each.title;
  summary.append(...excerpt(data.content, each.words));
  if (lang !== own) link.lang = summary.lang = lang;
  item.querySelector(".kind").textContent = kinds.querySelector(`[data-of="${each.kind}"]`)?.textContent ?? "";
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

// Whether a word is one of these, or ends with one, as a compound does.
function isOf(word, words) {
  const said = word.normalize("NFKC").toLowerCase();
  return [...said].some((_, at) => (!at || said.length - at >= LEAST) && words.has(said.slice(at)));
}

// The part of a text in which most of these words are, each of them marked; "…" is for what is left out.
function excerpt(text, words) {
  const all = text.split(/\s+/).filter(Boolean);
  const found = all.flatMap((each, at) => ((each.match(WORDS) ?? []).some((word) => isOf(word, words)) ? [at] : []));
  const within = (at) => found.filter((each) => each >= at && each < at + LONG);
  const best = found.map(within).reduce((most, each) => (each.length > most.length ? each : most), []);
  const room = LONG - (best.length ? best.at(-1) - best[0] + 1 : LONG);
  const start = Math.max(0, Math.min((best[0] ?? 0) - Math.floor(room / 2), all.length - LONG));
  const shortened = [start ? ["…"] : [], all.slice(start, start + LONG), start + LONG < all.length ? ["…"] : []];
  return shortened.flat().join(" ").split(/([\p{L}\p{N}]+)/u).map((each, at) => {
    if (!(at % 2 && isOf(each, words))) return each;
    const mark = document.createElement("mark");
    mark.textContent = each;
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
  const { none, one, more, chosen: left } = told.dataset;
  const said = counts.own > 1 ? more : counts.own ? one : found.own.length ? left : none;
  const sentence = said.replace("{count}", counts.own).replace("{words}", () => text);
  const elsewhere = counts.others ? ` · ${told.dataset.elsewhere.replace("{count}", counts.others)}` : "";
  told.textContent = sentence + elsewhere;
  const all = counts.own + counts.others;
  const hidden = found.own.length ? !counts.own : found.others.length && !all;
  place("hits").hidden = !all;
  place("left").hidden = !hidden;
  place("nothing").hidden = Boolean(all || hidden);
  place("own").hidden = !counts.own;
  place("elsewhere").hidden = !counts.others;
  place("everything").hidden = Boolean(all);
}

function rest() {
  told.textContent = "";
  document.title = title;
  for (const id of ["hits", "left", "nothing"]) place(id).hidden = true;
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
for (const id of ["clear", "clear-left"]) {
  place(id).addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    write("pushState");
    turn += 1;
    pick();
    field.focus();
  });
}
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
