/* The search as readers see it: a dialog with a box, filters, suggestions and what was found. All text is put in as text. */

import { made, pair } from "./elements.js";
import { Indexes, Unavailable } from "./index.js";
import { PlaceBox } from "./place.js";
import { folded } from "./units.js";
import { toneless } from "./pinyin.js";

const SHOWN = 10, SUGGESTED = 6, PAUSE = 120, SHARDS = 64;
const LANGUAGES = { zh: ["中文", "In Chinese"], en: ["英文", "In English"], py: ["拼音", "By pinyin"] };
const KINDS = {
  report: ["报告", "Report"], theme: ["专题", "Theme"], term: ["词汇", "Term"], place: ["地方", "Place"], document: ["文件", "Document"],
  organisation: ["机构", "Organisation"], formula: ["提法", "Formula"], office: ["职务", "Office"], page: ["页面", "Page"]
};
const STATUSES = {
  reviewed: ["已校对", "Reviewed"], human: ["人译", "Human"], machine: ["机译", "Machine"], stale: ["待更新", "Stale"], todo: ["未译", "Untranslated"]
};

export class Panel {
  /* `root` is the address of the site's first folder, with a slash at its end. */
  constructor(root) {
    this.root = root;
    this.indexes = new Indexes(`${root}search/`);
    this.shards = new Map();
    this.turn = 0;
    this.build();
  }

  build() {
    this.input = made("input", {
      type: "search", name: "q", autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "search",
      "aria-label": "搜索 Search", placeholder: "汉字、English、pinyin"
    });
    const close = made("button", { type: "button", class: "dz-find__close", "aria-label": "关闭 Close" }, "✕");
    this.form = made("form", { role: "search", class: "dz-find__form" }, this.input, close);
    this.filters = made("div", { class: "dz-find__filters", role: "group", "aria-label": "筛选 Filters" });
    this.said = made("p", { class: "dz-find__said", role: "status" });
    this.suggested = made("ul", { class: "dz-find__suggested", "aria-label": "建议 Suggestions", hidden: "" });
    this.found = made("div", { class: "dz-find__found" });
    const body = made("div", { class: "dz-find__body" }, this.said, this.suggested, this.found);
    this.dialog = made("dialog", { class: "dz-find", "aria-label": "搜索 Search" }, this.form, this.filters, body);
    document.body.append(this.dialog);
    close.addEventListener("click", () => this.dialog.close());
    this.dialog.addEventListener("close", () => this.closed());
    this.dialog.addEventListener("click", (event) => { if (event.target === this.dialog) { this.dialog.close(); } });
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.enter(); });
    this.input.addEventListener("input", (event) => { if (!event.isComposing) { this.soon(); } });
    this.input.addEventListener("compositionend", () => this.soon());
    this.dialog.addEventListener("keydown", (event) => this.key(event));
    this.place = new PlaceBox(() => this.json("search/places.json"), () => this.search());
    this.filters.addEventListener("change", (event) => { if (event.target !== this.place.input) { this.search(); } });
  }

  async open(query) {
    if (!this.dialog.open) { this.dialog.showModal(); }
    if (query !== undefined) { this.input.value = query; }
    this.input.focus();
    this.input.select();
    const turn = this.turn;
    await this.label();
    /* Who has typed meanwhile has asked, or will. */
    if (turn === this.turn && !this.waiting) { await this.search(); }
  }

  /* Told of it a little later: the dialog may be open again. */
  closed() {
    if (this.dialog.open) { return; }
    clearTimeout(this.waiting);
    this.waiting = 0;
    this.address("");
  }

  /* The filters, once their names are there. Without them there is still a search. */
  async label() {
    if (this.labels) { return; }
    this.labels = await this.json("search/labels.json").catch(() => null);
    if (!this.labels) { return; }
    const choices = [
      ["theme", ["专题", "Theme"], Object.entries(this.labels.themes)],
      ["year", ["年份", "Year"], this.labels.years.map((year) => [year, [year]])],
      ["kind", ["类别", "Kind"], Object.entries(KINDS)],
      ["status", ["译文", "English"], Object.entries(STATUSES)]
    ];
    this.filters.replaceChildren(...choices.filter((choice) => choice[2].length > 1).map(([name, label, values]) => {
      const all = made("option", { value: "" }, "全部 All");
      const options = values.map(([value, names]) => made("option", { value }, names.filter(Boolean).join(" ")));
      return made("label", {}, ...pair(label), " ", made("select", { name }, all, ...options));
    }));
    if (this.labels.places) { this.filters.children[0].after(this.place.label); }
  }

  async json(path) {
    const answer = await fetch(this.root + path);
    if (!answer.ok) { throw new Unavailable(path); }
    return answer.json();
  }

  soon() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.search(), PAUSE);
  }

  chosen() {
    const chosen = {};
    if (this.place.code) { chosen.place = this.place.code; }
    this.filters.querySelectorAll("select").forEach((select) => { if (select.value) { chosen[select.name] = select.value; } });
    return chosen;
  }

  async search() {
    /* What began while it was open may come to its end when it is closed. */
    if (!this.dialog.open) { return; }
    clearTimeout(this.waiting);
    this.waiting = 0;
    const turn = this.turn += 1, query = this.input.value.trim();
    this.address(query);
    this.found.setAttribute("aria-busy", "true");
    try {
      await Promise.all([this.suggest(turn, query), this.answer(turn, query)]);
    } finally {
      if (turn === this.turn) { this.found.setAttribute("aria-busy", "false"); }
    }
  }

  async answer(turn, query) {
    if (!query) { await this.show(turn, [], ["输入汉字、英文或拼音", "Type Chinese, English or pinyin"]); return; }
    try {
      const groups = await this.indexes.find(query, this.chosen());
      const count = groups.reduce((sum, group) => sum + group.hits.length, 0);
      await this.show(turn, groups, count ? [`${count} 页`, count === 1 ? "1 page" : `${count} pages`] : ["没有结果", "No results"]);
    } catch (error) {
      if (!(error instanceof Unavailable) && !(error instanceof TypeError)) { throw error; }
      await this.show(turn, [], location.protocol === "file:"
        ? ["直接打开的文件不能检索：检索须经网站服务器（make serve）", "Search does not work on files opened from a disk: it needs a web server (make serve)"]
        : ["检索索引无法载入，请检查网络后重试", "The search index could not be loaded: check the connection and try again"]);
    }
  }

  /* Shows what was found, and is done when the first hits of each group are there. */
  async show(turn, groups, said) {
    if (turn !== this.turn) { return; }
    this.answered = turn;
    this.said.replaceChildren(...pair(said));
    if (!this.input.value.trim()) { this.suggested.hidden = true; }
    const made = groups.map((group) => this.group(turn, group));
    this.found.replaceChildren(...made.map(([section]) => section));
    await Promise.all(made.map(([, filled]) => filled));
  }

  /* The part of the page for a group, and the promise of its first hits. */
  group(turn, group) {
    const list = made("ol", { class: "dz-find__hits" });
    const section = made("section", {}, made("h2", {}, ...pair(LANGUAGES[group.language]), ` ${group.hits.length}`), list);
    const more = made("button", { type: "button", class: "dz-find__more" }, ...pair(["更多", "More"]));
    let next = 0;
    const add = async () => {
      const hits = group.hits.slice(next, next += SHOWN);
      more.remove();
      try {
        const facts = await Promise.all(hits.map((hit) => hit.show()));
        if (turn !== this.turn) { return; }
        list.append(...facts.map((fact) => this.hit(fact)));
        if (next < group.hits.length) { section.append(more); }
      } catch (error) {
        section.append(made("p", { role: "alert" }, ...pair(["有一部分索引无法载入", "A part of the index could not be loaded"])));
      }
    };
    more.addEventListener("click", add);
    return [section, add()];
  }

  hit(fact) {
    const query = this.input.value.trim();
    const address = `${this.root}${fact.url}?h=${encodeURIComponent(query)}${fact.anchor ? `#${encodeURIComponent(fact.anchor)}` : ""}`;
    const titles = [made("span", { lang: "zh-Hans", class: "dz-find__title" }, fact.zh), " ", made("span", { lang: "en" }, fact.en)];
    const text = fact.parts.map((part) => (part.marked ? made("mark", {}, part.text.trimStart()) : part.text));
    const excerpt = made("p", { lang: fact.language === "en" ? "en" : "zh-Hans" });
    fact.parts.forEach((part, at) => excerpt.append(part.marked && /^ /.test(part.text) ? " " : "", text[at]));
    if (fact.machine) { excerpt.append(" ", made("small", { class: "dz-mark dz-mark--machine" }, "机译 machine")); }
    const facts = made("small", {}, ...pair(KINDS[fact.kind] || KINDS.page), fact.year ? ` ${fact.year}` : "");
    return made("li", {}, made("a", { href: address }, ...titles), " ", facts, excerpt);
  }

  async suggest(turn, query) {
    const start = folded(query).text.replace(/\s+/g, " ");
    const first = Array.from(start)[0] || "";
    if (!first) { return; }
    const name = /[a-z0-9]/.test(first) ? first : `h${String(first.codePointAt(0) % SHARDS).padStart(2, "0")}`;
    if (!this.shards.has(name)) { this.shards.set(name, this.json(`search/suggest/${name}.json`).catch(() => [])); }
    const entries = await this.shards.get(name);
    if (turn !== this.turn) { return; }
    const plain = toneless(start).replace(/ /g, "");
    const fits = entries.filter(([chinese, english, pinyin]) => (
      folded(chinese).text.replace(/^[“《「]/, "").startsWith(start)
      || ` ${folded(english).text}`.includes(` ${start}`)
      || (/^[a-z]+$/.test(plain) && toneless(pinyin).replace(/[ -]/g, "").startsWith(plain)))).slice(0, SUGGESTED);
    this.suggested.replaceChildren(...fits.map(([chinese, english, pinyin, kind, path]) => made("li", {}, made(
      "a", { href: this.root + path }, made("span", { lang: "zh-Hans" }, chinese), " ",
      ...(pinyin ? [made("i", { lang: "zh-Latn-pinyin" }, pinyin), " "] : []), made("span", { lang: "en" }, english), " ",
      made("small", {}, ...pair(KINDS[kind] || KINDS.page))))));
    this.suggested.hidden = !fits.length;
  }

  /* Arrows go through all that can be opened; Enter in the box opens the first of what was found; Escape closes, where a browser
     would only empty the box. */
  key(event) {
    if (event.key === "Escape" && !event.isComposing) {
      event.preventDefault();
      this.dialog.close();
      return;
    }
    if (event.isComposing || (event.key !== "ArrowDown" && event.key !== "ArrowUp") || event.target.matches("select, [list]")) { return; }
    const links = Array.from(this.dialog.querySelectorAll(".dz-find__body a, .dz-find__more")).filter((link) => link.getClientRects().length);
    const at = links.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
    event.preventDefault();
    if (at < 0 || !links.length) { this.input.focus(); } else { links[Math.min(at, links.length - 1)].focus(); }
  }

  /* While a query is waited for, what is shown still answers the one before: that is not opened. */
  enter() {
    const link = this.found.querySelector("a");
    if (link && !this.waiting && this.answered === this.turn) { link.click(); } else { this.search(); }
  }

  /* The query stands in the address, so that it can be sent to somebody. */
  address(query) {
    const url = new URL(location.href);
    if (query) { url.searchParams.set("q", query); } else { url.searchParams.delete("q"); }
    if (url.href !== location.href) { history.replaceState(history.state, "", url); }
  }
}
