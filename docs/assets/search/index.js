/* Asks the three indexes of the site, and brings what they answer into one form. No element of the page is touched here. */

import { learnSimplified, phrases, runs } from "./units.js";
import { initialPhrase, isPinyin, learnSyllables, likely, readings, syllablePhrase } from "./pinyin.js";
import { metadata, unpacked } from "./lists.js";

const AROUND = 48, WASM = "wasm.en.pagefind", WIDEST = 6, BEGINNING = 4;

/* A part of the index that cannot be had: the reader is told, instead of being shown nothing. */
export class Unavailable extends Error {}

export class Indexes {
  /* `root` is the address of site/search/, with a slash at its end. */
  constructor(root) {
    this.root = root;
    this.opened = {};
    this.failed = new Set();
    this.tables = new Map();
    this.held = new Map();
  }

  async open(name) {
    this.opened[name] = this.opened[name] || this.load(name);
    return this.opened[name];
  }

  async load(name) {
    const watched = this.watch();
    try {
      const starts = await this.prepare(name);
      /* A program of its own for each: one has room for one WebAssembly. */
      const pagefind = (await import(`${this.root}pagefind.js`)).fresh();
      /* Pagefind asks the page for its language, and would divide the query again by a dictionary of Chinese. */
      const page = document.documentElement, language = page.lang;
      page.lang = "en";
      let made;
      try {
        made = pagefind.createInstance({ basePath: `${this.root}${name}/`, baseUrl: "/", noWorker: true, metaCacheTag: "1" });
      } finally { page.lang = language; }
      /* A search for nothing is answered once it is ready; init() does not wait for that. */
      await made.search("");
      if (this.failed.has(name)) { throw new Unavailable(name); }
      return { index: made, starts };
    } catch (error) {
      delete this.opened[name];
      throw error instanceof Unavailable ? error : new Unavailable(`${name}: ${error.message}`);
    } finally { watched(); }
  }

  /* Pagefind is given what the site keeps for it in a shorter form; and it only logs it when a file of an index does not come. */
  watch() {
    const plain = window.fetch, failed = this.failed, root = this.root;
    failed.clear();
    const watching = (input, ...rest) => {
      const address = new URL(typeof input === "string" ? input : input.url, location.href).href;
      const part = address.startsWith(root) ? address.slice(root.length).split("/")[0] : "";
      /* The WebAssembly is one for all indexes, and lies beside them. */
      const held = this.held.get(address.endsWith(WASM) ? root + WASM : address);
      if (held) { return Promise.resolve(new Response(held.slice(0))); }
      return plain.call(window, input, ...rest).then((answer) => {
        if (part && !answer.ok) { failed.add(part); }
        return answer;
      }, (error) => {
        if (part) { failed.add(part); }
        throw error;
      });
    };
    window.fetch = watching;
    return () => { if (window.fetch === watching) { window.fetch = plain; } };
  }

  /* What Pagefind begins with is loaded before it begins: if it does not come, Pagefind throws where nobody catches. Gives what
     the pieces of the index begin with. */
  async prepare(name) {
    const { version, names } = await this.table("entry.json");
    const [pages, pieces] = await Promise.all([this.table(names.pages), this.table(names[name]), this.hold(this.root + WASM)]);
    const entry = { version, languages: { en: { hash: "en", wasm: "en", page_count: pages[0].length } }, include_characters: [] };
    this.held.set(`${this.root}${name}/pagefind-entry.json?ts=1`, new TextEncoder().encode(JSON.stringify(entry)));
    this.held.set(`${this.root}${name}/pagefind.en.pf_meta`, metadata(version, pages[name === "en" ? 2 : 1], pieces));
    return pieces[0];
  }

  async hold(address) {
    if (!this.held.has(address)) {
      const answer = await fetch(address);
      if (!answer.ok) { throw new Unavailable(address); }
      this.held.set(address, await answer.arrayBuffer());
    }
    return this.held.get(address);
  }

  /* A file of values, loaded once; `missing` is taken where there is none. */
  table(path, missing) {
    if (!this.tables.has(path)) {
      const loaded = this.values(path, missing);
      loaded.catch(() => this.tables.delete(path));
      this.tables.set(path, loaded);
    }
    return this.tables.get(path);
  }

  async values(path, missing) {
    const answer = await fetch(this.root + path);
    if (answer.status === 404 && missing) { return missing; }
    if (!answer.ok) { throw new Unavailable(path); }
    return JSON.parse(await unpacked(await answer.arrayBuffer()));
  }

  /* All pages that answer the query, by language, that of the query first: [{language, hits}], best hits first. */
  async find(query, filters) {
    const plain = query.trim();
    const wanted = await Promise.all(Object.entries(filters || {}).map(([name, value]) => this.having(name, value)));
    const found = [];
    const keep = (language, results) => {
      const kept = results.filter((result) => wanted.every((pages) => pages.has(Number(result.id))));
      if (kept.length) { found.push({ language, hits: kept.map((result) => this.hit(language, result)) }); }
    };
    if (HAN.test(plain) || !/\p{L}/u.test(plain)) {
      keep("zh", await this.chinese(plain));
      if (/^[\d.,]+$/.test(plain)) { keep("en", await this.english(plain)); }
      return found;
    }
    keep("en", await this.english(plain));
    if (await this.inChinese(plain)) { keep("zh", await this.chinese(plain)); }
    if (isPinyin(plain)) { keep("py", await this.pinyin(plain, found.length > 0)); }
    return found;
  }

  /* The numbers of the pages that have a value of a filter; none, where no page has it. */
  async having(name, value) {
    const file = `${name}-${value}`.replace(/[^a-z0-9-]/gu, (letter) => `_${letter.codePointAt(0).toString(16)}_`);
    let last = 0;
    return new Set((await this.table(`filter/${file}.json`, [])).map((step) => last += step));
  }

  /* Whether Chinese texts have words in Latin letters that begin like those of the query: mostly they do not, and need not be asked. */
  async inChinese(query) {
    const known = await this.table("latin.json");
    return phrases(query).every(({ tokens }) => tokens.every((token) => (
      !/^\p{Script=Latin}/u.test(token) || known.some((one) => one.startsWith(bare(token).slice(0, BEGINNING))))));
  }

  async ask(name, term) {
    const { index } = await this.open(name);
    const watched = this.watch();
    try {
      const answer = await index.search(term);
      if (this.failed.has(name)) {
        /* Pagefind would not ask for that piece again. */
        delete this.opened[name];
        throw new Unavailable(name);
      }
      return answer.results.filter((result) => result.words.length);
    } finally { watched(); }
  }

  /* What begins with a token can stand in several pieces of the index, of which Pagefind would load one. */
  async widen(name, token) {
    const { index, starts } = await this.open(name);
    const more = starts.filter((start) => start.startsWith(token)).slice(0, WIDEST);
    if (!more.length) { return; }
    const watched = this.watch();
    try { await index.preload(more.join(" ")); } finally { watched(); }
  }

  /* The pages that hold every phrase; Pagefind does not rank phrases, so their order is that of the words asked for singly. */
  async together(name, asked) {
    let kept = null;
    for (const { tokens, begins } of asked) {
      if (begins) { await this.widen(name, tokens[0]); }
      const term = begins ? tokens[0] : `"${tokens.join(" ")}"`;
      const results = new Map((await this.ask(name, term)).map((result) => [result.id, result]));
      if (!kept) {
        kept = results;
      } else {
        for (const [id, result] of kept) {
          if (results.has(id)) { result.words = result.words.concat(results.get(id).words); } else { kept.delete(id); }
        }
      }
      if (!kept.size) { return []; }
    }
    const results = Array.from(kept ? kept.values() : []);
    if (results.length < 2) { return results; }
    const ranks = new Map((await this.ask(name, asked.flatMap((phrase) => phrase.tokens).join(" "))).map((result, at) => [result.id, at]));
    return results.sort((one, other) => (ranks.get(one.id) ?? Infinity) - (ranks.get(other.id) ?? Infinity));
  }

  async chinese(query) {
    const asked = phrases(query);
    const results = asked.length ? await this.together("zh", asked) : [];
    if (results.length || !HAN.test(query) || !await this.simplify()) { return results; }
    return this.together("zh", phrases(query));
  }

  /* Whoever finds nothing may have typed traditional characters. Tells whether their table is new. */
  async simplify() {
    const known = this.tables.has("simplified.json");
    learnSimplified(...await this.table("simplified.json"));
    return !known;
  }

  /* All of the words, their forms included (reform, reforms, and what begins like them). Where a word stands nowhere, Pagefind
     answers with what is merely its beginning (xi for xiangcun): that is no answer. */
  async english(query) {
    const results = await this.ask("en", query.normalize("NFKC"));
    if (!results.length) { return results; }
    const tokens = (await this.text("en", results[0])).blocks.flatMap((block) => block.words.map((word, at) => [block.start + at, word.toLowerCase()]));
    const at = new Map(tokens), matched = results[0].words.map((place) => at.get(place) || "");
    const asked = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];
    return asked.every((word) => matched.some((token) => alike(word, token))) ? results : [];
  }

  /* Syllables first; initials (xczx) only where the letters are no syllables, and no English word either. */
  async pinyin(query, found) {
    learnSyllables(await this.table("syllables.json"));
    const ways = likely(readings(query)).map(syllablePhrase);
    if (!ways.length && !found && query === query.toLowerCase()) {
      const initials = initialPhrase(query);
      if (initials) { ways.push(initials); }
    }
    const hits = new Map();
    for (const way of ways) {
      for (const result of await this.together("py", [way])) { if (!hits.has(result.id)) { hits.set(result.id, { ...result, reach: way.reach }); } }
    }
    return Array.from(hits.values());
  }

  hit(language, result) {
    return { language, show: () => this.shown(language, result) };
  }

  /* What is shown of a hit: titles, address, and the text around the match, in parts of which some are marked. */
  async shown(language, result) {
    const { url, zh, en, kind, year, blocks } = await this.text(language === "en" ? "en" : "zh", result);
    const marked = result.words.slice().sort((one, other) => one - other);
    const block = blocks.reduce((best, one) => (one.start <= marked[0] ? one : best), blocks[0]);
    const inside = marked.map((place) => place - block.start).filter((place) => place >= 0);
    const parts = language === "en" ? inEnglish(block.words, inside) : inChinese(block.text, inside, result.reach || 2, language === "py");
    return { url, anchor: block.anchor, language, zh, en, kind: kind || "page", year, machine: block.machine, parts };
  }

  /* The text of a page in one language, as build_scripts/search/texts.py writes it. What was found by its pinyin is shown in Chinese. */
  async text(language, result) {
    const { names } = await this.table("entry.json");
    const [steps] = await this.table(names.pages);
    const number = steps.slice(0, Number(result.id) + 1).reduce((sum, step) => sum + step, 0);
    const [url, zh, en, kind, year, blocks] = await this.table(`texts/${language}/${number.toString(16).padStart(6, "0")}.pf_text`);
    return {
      url, zh, en, kind, year,
      blocks: blocks.map(([anchor, start, text, machine]) => ({ anchor, start, text, machine: Boolean(machine), words: text.split(" ") }))
    };
  }
}

const HAN = /[\u3007\u3400-\u9fff\uf900-\ufaff]|[\ud840-\ud888]/;

function bare(word) { return word.normalize("NFD").replace(/[\p{M}\p{P}]/gu, ""); }

/* Whether a word of the text can be a form of the word that was asked for. */
function alike(word, token) {
  return (token.match(/[\p{L}\p{N}]+/gu) || []).some((part) => {
    let same = 0;
    while (same < word.length && word[same] === part[same]) { same += 1; }
    return same >= 0.6 * word.length;
  });
}

function inEnglish(words, places) {
  const hits = new Set(places.filter((place) => place < words.length));
  return excerpt(words.map((word, at) => (at ? " " : "") + word), hits);
}

/* A token stands at its first unit and takes in those that follow it in its run, `reach` together; of syllables only those that
   are Chinese characters. */
function inChinese(text, places, reach, spoken) {
  const units = runs(text).flatMap((run) => run.map((unit, at) => ({ ...unit, left: run.length - at })));
  const hits = new Set();
  places.forEach((place) => {
    for (let at = place; at < place + reach && units[at]; at += 1) {
      if (at - place >= units[place].left || (spoken && units[at].kind !== "han")) { break; }
      hits.add(at);
    }
  });
  const pieces = [], marked = new Set();
  let done = 0;
  units.forEach((unit, at) => {
    pieces.push(...text.slice(done, unit.start));
    if (hits.has(at)) { marked.add(pieces.length); }
    pieces.push(text.slice(unit.start, unit.end));
    done = unit.end;
  });
  return excerpt(pieces.concat(...text.slice(done)), marked);
}

/* The text around the first match, neighbours of one kind joined: [{text, marked}]. */
function excerpt(pieces, hits) {
  const first = Math.min(...(hits.size ? hits : [0]));
  let start = first, before = 0, end = first, after = 0;
  while (start > 0 && before < AROUND) { start -= 1; before += pieces[start].length; }
  while (end < pieces.length && after < 3 * AROUND) { after += pieces[end].length; end += 1; }
  const parts = [];
  for (let at = start; at < end; at += 1) {
    const marked = hits.has(at), last = parts[parts.length - 1];
    if (last && last.marked === marked) { last.text += pieces[at]; } else { parts.push({ text: pieces[at], marked }); }
  }
  if (start > 0 && parts.length) { parts.unshift({ text: "…", marked: false }); }
  if (end < pieces.length) { parts.push({ text: "…", marked: false }); }
  return parts;
}
