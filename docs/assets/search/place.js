/* The box for a place, which narrows what is found. Counties are too many for a menu and for a first search: their names are
   loaded when somebody goes to the box, and what is typed there is taken for the place that begins so. */

import { folded } from "./units.js";
import { made, pair } from "./elements.js";

export class PlaceBox {
  /* `load` gives the places as [code, Chinese, English, depth] from the top down; `changed` is told of another choice. */
  constructor(load, changed) {
    this.load = load;
    this.changed = changed;
    this.code = "";
    this.turn = 0;
    this.list = made("datalist", { id: "dz-find-places" });
    this.input = made("input", {
      type: "text", name: "place", list: this.list.id, autocomplete: "off", spellcheck: "false", placeholder: "县市 county, city"
    });
    this.note = made("span", { class: "dz-find__note", role: "status" });
    this.label = made("label", {}, ...pair(["地方", "Place"]), " ", this.input, this.list, this.note);
    this.input.addEventListener("focus", () => this.places());
    this.input.addEventListener("input", () => this.take(false));
    this.input.addEventListener("change", () => this.take(true));
  }

  places() {
    if (!this.loading) {
      this.loading = this.load().then((rows) => {
        this.list.replaceChildren(...rows.map((row) => made("option", { value: full(row) })));
        return rows;
      });
      this.loading.catch(() => { this.loading = null; });
    }
    return this.loading;
  }

  /* While somebody types, only a whole name is a choice; when they are done, the beginning of one is enough. */
  async take(done) {
    const turn = this.turn += 1, typed = plain(this.input.value);
    let rows = [], failed = false;
    try { if (typed) { rows = await this.places(); } } catch (error) { failed = true; }
    if (turn !== this.turn) { return; }
    const row = rows.find((one) => [one[1], one[2], full(one)].some((name) => plain(name) === typed)) || (done && begun(rows, typed));
    if (row && done) { this.input.value = full(row); }
    const unknown = Boolean(typed && done && !row);
    this.input.setAttribute("aria-invalid", String(unknown));
    this.note.replaceChildren(...(unknown ? pair(failed
      ? ["地方名单无法载入", "The list of places could not be loaded"] : ["报告里没有这个地方", "No report names such a place"]) : []));
    const code = row ? row[0] : "";
    if (code !== this.code) { this.code = code; this.changed(); }
  }
}

function full([, chinese, english]) { return [chinese, english].filter(Boolean).join(" "); }

function plain(text) { return folded(text).text.trim().replace(/\s+/g, " "); }

/* The highest place that begins so: 湖南 is the province, 怀化 the city. */
function begun(rows, typed) {
  const fits = rows.filter(([, chinese, english]) => plain(chinese).startsWith(typed) || plain(english).startsWith(typed));
  return fits.sort((one, other) => one[3] - other[3])[0] || null;
}
