/* Asks the three indexes that Pagefind made of the site, and brings what they answer into one form. No element of the page is touched here. */

import { END, END_MACHINE, learnSimplified, phrases, unspelled } from "./units.js";
import { initialPhrase, isPinyin, learnSyllables, readings, syllablePhrase } from "./pinyin.js";

const AROUND = 48, WASM = "wasm.en.pagefind";

/* A part of the index that cannot be had: the reader is told, instead of being shown nothing. */
export class Unavailable extends Error {}

export class Indexes {
  /* `root` is the address of site/search/, with a slash at its end. */
  constructor(root) {
    this.root = root;
    this.opened = {};
    this.failed = new Set();
    this.tables = new Set();
    this.held = new Map();
  }

  async open(name) {
    this.opened[name] = this.opened[name] || this.load(name);
    return this.opened[name];
  }

  async load(name) {
    const watched = this.watch();
    try {
      await this.prepare(name);
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
      return made;
    } catch (error) {
      delete this.opened[name];
      throw error instanceof Unavailable ? error : new Unavailable(`${name}: ${error.message}`);
    } finally { watched(); }
  }

  /* Pagefind only logs it when a file of an index does not come. */
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

  /* What Pagefind begins with is loaded before it begins: if it does not come, Pagefind throws where nobody catches. */
  async prepare(name) {
    const folder = `${this.root}${name}/`;
    const entry = await this.hold(`${folder}pagefind-entry.json?ts=1`);
    const { languages } = JSON.parse(new TextDecoder().decode(entry));
    await Promise.all([this.hold(`${folder}pagefind.${languages.en.hash}.pf_meta`), this.hold(this.root + WASM)]);
  }

  async hold(address) {
    if (!this.held.has(address)) {
      const answer = await fetch(address);
      if (!answer.ok) { throw new Unavailable(address); }
      this.held.set(address, await answer.arrayBuffer());
    }
    return this.held.get(address);
  }

  /* All pages that answer the query, by language, that of the query first: [{language, hits}], best hits first. */
  async find(query, filters) {
    const plain = query.trim();
    const found = [];
    const keep = (language, results) => {
      if (results.length) { found.push({ language, hits: results.map((result) => this.hit(language, result)) }); }
    };
    if (HAN.test(plain) || !/\p{L}/u.test(plain)) {
      keep("zh", await this.chinese(plain, filters));
      if (/^[\d.,]+$/.test(plain)) { keep("en", await this.english(plain, filters)); }
      return found;
    }
    keep("en", await this.english(plain, filters));
    keep("zh", await this.chinese(plain, filters));
    if (isPinyin(plain)) { keep("py", await this.pinyin(plain, filters, found.length > 0)); }
    return found;
  }

  async ask(name, term, filters) {
    const index = await this.open(name);
    const watched = this.watch();
    try {
      const answer = await index.search(term, { filters });
      if (this.failed.has(name)) { throw new Unavailable(name); }
      /* Pagefind looks into the titles that come with a page as well, in whichever language. */
      return answer.results.filter((result) => result.words.length);
    } finally { watched(); }
  }

  /* The pages that hold every phrase; Pagefind does not rank phrases, so their order is that of the words asked for singly. */
  async together(name, asked, filters) {
    let kept = null;
    for (const { tokens, begins } of asked) {
      const term = begins ? tokens[0] : `"${tokens.join(" ")}"`;
      const results = new Map((await this.ask(name, term, filters)).map((result) => [result.id, result]));
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
    const ranks = new Map((await this.ask(name, asked.flatMap((phrase) => phrase.tokens).join(" "), filters)).map((result, at) => [result.id, at]));
    return results.sort((one, other) => (ranks.get(one.id) ?? Infinity) - (ranks.get(other.id) ?? Infinity));
  }

  async chinese(query, filters) {
    const asked = phrases(query);
    const results = asked.length ? await this.together("zh", asked, filters) : [];
    if (results.length || !HAN.test(query) || !await this.simplify()) { return results; }
    return this.together("zh", phrases(query), filters);
  }

  /* Whoever finds nothing may have typed traditional characters. Tells whether their table is new. */
  async simplify() { return this.table("simplified", (table) => learnSimplified(...table)); }

  /* A small file beside the indexes, once; tells whether it is new. */
  async table(name, learn) {
    if (this.tables.has(name)) { return false; }
    const answer = await fetch(`${this.root}${name}.json`);
    if (!answer.ok) { throw new Unavailable(name); }
    learn(await answer.json());
    this.tables.add(name);
    return true;
  }

  /* All of the words, their forms included (reform, reforms, and what begins like them). Where a word stands nowhere, Pagefind
     answers with what is merely its beginning (xi for xiangcun): that is no answer. */
  async english(query, filters) {
    const results = await this.ask("en", query.normalize("NFKC"), filters);
    if (!results.length) { return results; }
    const data = await results[0].data();
    const tokens = words(data.content).map((token) => token.toLowerCase());
    const matched = data.locations.map((at) => tokens[at] || "");
    const asked = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];
    return asked.every((word) => matched.some((token) => alike(word, token))) ? results : [];
  }

  /* Syllables first; initials (xczx) only where the letters are no syllables, and no English word either. */
  async pinyin(query, filters, found) {
    await this.table("syllables", learnSyllables);
    const ways = readings(query).map(syllablePhrase);
    if (!ways.length && !found && query === query.toLowerCase()) {
      const initials = initialPhrase(query);
      if (initials) { ways.push(initials); }
    }
    const hits = new Map();
    for (const way of ways) {
      for (const result of await this.together("py", [way], filters)) { if (!hits.has(result.id)) { hits.set(result.id, result); } }
    }
    return Array.from(hits.values());
  }

  hit(language, result) {
    return { language, show: () => this.shown(language, result) };
  }

  /* What is shown of a hit: titles, address, and the text around the match, in parts of which some are marked. */
  async shown(language, result) {
    const data = await result.data();
    if (!data) { throw new Unavailable(language); }
    const tokens = words(data.content);
    const marked = result.words.slice().sort((one, other) => one - other);
    const first = marked.length ? marked[0] : 0;
    const facts = {
      url: data.raw_url.replace(/^\//, ""), anchor: nearest(data.anchors, first), language,
      zh: data.meta.zh || "", en: data.meta.en || "", kind: value(data.filters, "kind") || "page",
      year: value(data.filters, "year"), machine: false
    };
    const place = block(tokens, first);
    if (language === "py") { return { ...facts, parts: await this.spoken(data.meta.fragment, tokens, place, marked) }; }
    const hits = new Set(marked.filter((at) => at >= place.start && at < place.end).map((at) => at - place.start));
    let pieces = tokens.slice(place.start, place.end);
    if (language === "en") {
      pieces = pieces.map((token, at) => (at ? " " : "") + token);
    } else {
      /* A pair is two characters, of which its token gives the first. */
      Array.from(hits).forEach((at) => { if (firstAlone(pieces[at])) { hits.add(at + 1); } });
      pieces = unspelled(pieces);
    }
    return { ...facts, machine: language === "en" && place.machine, parts: excerpt(pieces, hits) };
  }

  /* The characters of what was found by its pinyin stand in the Chinese index: block for block, character for character. */
  async spoken(fragment, tokens, place, marked) {
    const answer = await fetch(`${this.root}zh/fragment/${fragment}.pf_fragment`);
    if (!answer.ok) { throw new Unavailable("zh"); }
    const text = await new Response(answer.body.pipeThrough(new DecompressionStream("gzip"))).text();
    const chinese = words(JSON.parse(text.replace(/^pagefind_dcd/, "")).content);
    /* Two ends a block: behind its syllables, and behind its initials. */
    const ends = tokens.slice(0, place.start).filter(isEnd).length;
    const start = nth(chinese, Math.floor(ends / 2));
    const pieces = unspelled(chinese.slice(start, block(chinese, start).end));
    const letters = pieces.map((piece, at) => (HAN.test(piece) ? at : -1)).filter((at) => at >= 0);
    const hits = new Set();
    marked.filter((at) => at >= place.start && at < place.end).forEach((at) => {
      const token = tokens[at], length = token.endsWith("1") ? token.length - 1 : token.split("0").filter(Boolean).length;
      letters.slice(at - place.start, at - place.start + length).forEach((letter) => hits.add(letter));
    });
    return excerpt(pieces, hits);
  }
}

const HAN = /[\u3007\u3400-\u9fff\uf900-\ufaff]|[\ud840-\ud888]/;

/* Whether a word of the text can be a form of the word that was asked for. */
function alike(word, token) {
  return (token.match(/[\p{L}\p{N}]+/gu) || []).some((part) => {
    let same = 0;
    while (same < word.length && word[same] === part[same]) { same += 1; }
    return same >= 0.6 * word.length;
  });
}

/* The value of a filter, each of which is one by itself: kind-report. */
function value(filters, name) {
  const found = Object.keys(filters || {}).find((one) => one.startsWith(`${name}-`));
  return found ? found.slice(name.length + 1) : "";
}

function words(content) { return content.split(/\s+/u).filter(Boolean); }

function isEnd(token) { return token.startsWith(END) || token.startsWith(END_MACHINE); }

function firstAlone(token) { return token !== undefined && unspelled([token])[0].trim().length < Array.from(token).length; }

/* The block around a token: from behind the end before it to its own end, which is not part of it. */
function block(tokens, at) {
  let start = at, end = at;
  while (start > 0 && !isEnd(tokens[start - 1])) { start -= 1; }
  while (end < tokens.length && !isEnd(tokens[end])) { end += 1; }
  return { start, end, machine: end < tokens.length && tokens[end].startsWith(END_MACHINE) };
}

/* Where the block of that number starts. */
function nth(tokens, number) {
  let at = 0;
  for (; number > 0 && at < tokens.length; at += 1) { if (isEnd(tokens[at])) { number -= 1; } }
  return at;
}

function nearest(anchors, location) {
  return (anchors || []).filter((anchor) => anchor.location <= location).reduce((best, anchor) => (
    best && best.location > anchor.location ? best : anchor), null)?.id || "";
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
