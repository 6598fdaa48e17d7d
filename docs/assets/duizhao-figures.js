/* The table of figures: filtered, sorted and paged in the browser. Loaded by duizhao.js on the page that has one.
   The data come in chunks (build_scripts/publish/figure_chunks.py), each fetched when something in it is asked for.
   Rows have the form that build_scripts/publish/figure_table.py gives them without a script. */
(function () {
  "use strict";
  var box = document.querySelector(".dz-figures-all");
  if (!box || box.dataset.ready) { return; }
  box.dataset.ready = "1";
  var base = new URL("data/figures/", document.querySelector("script[src*='duizhao-figures.js']").src);
  var table = box.querySelector("table"), body = table.tBodies[0], note = box.querySelector(".dz-figures-note");
  var PAGE = 50, AT_ONCE = 3000;
  var KEYS = ["q", "unit", "place", "theme", "year", "report", "exact"];
  var index, field = {}, rows = [], loaded = {}, shownRows = PAGE, order = { by: "", down: false }, controls = {};
  /* The address of a report is that of one on the page with the other's identifier: this holds for every host. */
  var sample = body.querySelector("a[data-report]");

  function make(tag, attributes) {
    var made = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) {
      if (name === "class") { made.className = attributes[name]; } else { made.setAttribute(name, attributes[name]); }
    });
    made.append.apply(made, Array.prototype.slice.call(arguments, 2));
    return made;
  }
  function zh(text, tag) { return make(tag || "span", { lang: "zh-Hans", "class": "dz-zh" }, text); }
  function en(text, tag) { return make(tag || "span", { lang: "en", "class": "dz-en" }, text); }
  function pair(chinese, english) { return [zh(chinese), " ", en(english)]; }

  function reportAddress(id, anchor) {
    var href = sample.getAttribute("href").split("#")[0];
    var old = encodeURIComponent(sample.dataset.report);
    var at = href.lastIndexOf(old);
    return href.slice(0, at) + encodeURIComponent(id) + href.slice(at + old.length) + "#" + anchor;
  }

  function read(name) {
    return fetch(new URL(name + ".json.gz", base)).then(function (answer) {
      if (!answer.ok) { throw new Error(name + ": " + answer.status); }
      return answer.arrayBuffer();
    }).then(function (data) {
      var start = new Uint8Array(data, 0, 2);
      /* Some servers say that such a file is compressed, and the browser has opened it then. */
      if (start[0] !== 0x1f || start[1] !== 0x8b) { return new Response(data).json(); }
      return new Response(new Blob([data]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
    });
  }

  /* 120000000 is 120,000,000; a fraction that has no decimal is rounded. */
  function grouped(value) {
    if (value.indexOf("/") > 0) {
      var parts = value.split("/");
      return (parts[0] / parts[1]).toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 }) + "…";
    }
    var halves = value.split(".");
    return halves[0].replace(/\B(?=(\d{3})+$)/g, ",") + (halves.length > 1 ? "." + halves[1] : "");
  }
  function number(value) { var parts = value.split("/"); return parts[0] / (parts[1] || 1); }

  function add(name, chunk) {
    loaded[name] = chunk.rows.map(function (cells) {
      var row = { cells: cells, paragraph: chunk.paragraphs[cells[field.paragraph]] };
      row.report = chunk.reports[row.paragraph.report];
      row.sentence = row.paragraph.zh[cells[field.sentence]];
      row.value = number(cells[field.value]);
      row.label = (cells[field.counts].indexOf(cells[field.action]) < 0 ? cells[field.action] : "") + cells[field.counts];
      return row;
    });
    /* In the order of the reports, in whatever order the chunks came in. */
    rows = index.chunks.reduce(function (all, one) { return loaded[one.name] ? all.concat(loaded[one.name]) : all; }, []);
    rows.sort(function (one, other) {
      return one.report.date === other.report.date ? compare(one.report.id, other.report.id) : compare(other.report.date, one.report.date);
    });
  }
  function compare(one, other) { return one < other ? -1 : one > other ? 1 : 0; }

  function wanted() {
    var values = {};
    KEYS.forEach(function (key) { values[key] = controls[key] ? controls[key].value.trim() : ""; });
    return values;
  }

  /* The chunks that can have what is asked for, in their order: the newest reports first. */
  function candidates(ask) {
    return index.chunks.filter(function (chunk) {
      return (!ask.unit || chunk.units.indexOf(ask.unit) >= 0) && (!ask.place || chunk.places.indexOf(ask.place) >= 0) &&
        (!ask.theme || chunk.themes.indexOf(ask.theme) >= 0) && (!ask.year || chunk.years.indexOf(ask.year) >= 0) &&
        (!ask.report || chunk.reports.some(function (id) { return id.indexOf(ask.report) >= 0; }));
    });
  }

  function hasYear(cells, year) {
    var first = (cells[field.start] || cells[field.end]).slice(0, 4), last = (cells[field.end] || cells[field.start]).slice(0, 4);
    return first !== "" && first <= year && year <= last;
  }

  function fits(row, ask) {
    var cells = row.cells;
    if (ask.unit && cells[field.unit] !== ask.unit) { return false; }
    if (ask.place && cells[field.place] !== ask.place) { return false; }
    if (ask.theme && row.report.themes.indexOf(ask.theme) < 0) { return false; }
    if (ask.report && row.report.id.indexOf(ask.report) < 0) { return false; }
    if (ask.year && !hasYear(cells, ask.year)) { return false; }
    if (ask.exact && (cells[field.approx] === "exact") !== (ask.exact === "exact")) { return false; }
    if (!ask.q) { return true; }
    var text = [row.label, cells[field.counts_en], cells[field.text], cells[field.place], row.sentence, row.paragraph.en,
      row.report.title, row.report.title_en].join("\n").toLowerCase();
    return ask.q.toLowerCase().split(/\s+/).every(function (word) { return text.indexOf(word) >= 0; });
  }

  var WORTH = {
    label: function (row) { return row.label; },
    value: function (row) { return row.value; },
    time: function (row) { return row.cells[field.end] || row.cells[field.start]; },
    place: function (row) { return row.cells[field.place]; },
    report: function (row) { return row.report.date + row.report.id; }
  };
  var COLUMNS = ["label", "value", "time", "place", "report"];

  /* Of equal worth the order of the reports stays; what has no worth is last either way. */
  function sorted(found) {
    if (!order.by) { return found; }
    var worth = WORTH[order.by];
    return found.map(function (row, at) { return { row: row, worth: worth(row), at: at }; }).sort(function (one, other) {
      if ((one.worth === "") !== (other.worth === "")) { return one.worth === "" ? 1 : -1; }
      var by = typeof one.worth === "number" ? one.worth - other.worth : one.worth.localeCompare(other.worth, "zh");
      return (order.down ? -by : by) || one.at - other.at;
    }).map(function (item) { return item.row; });
  }

  function small() { return make.apply(null, ["small", {}].concat(Array.prototype.slice.call(arguments))); }

  function labelCell(row) {
    var cells = row.cells, cell = make("th", { scope: "row" }, row.label ? zh(row.label) : make("span", { "class": "dz-none" }, "–"));
    if (cells[field.counts_en]) { cell.append(" ", en(cells[field.counts_en])); }
    if (cells[field.per] && row.label.indexOf(cells[field.per]) < 0) { cell.append(" ", small(zh(cells[field.per]))); }
    return cell;
  }

  function valueCell(row) {
    var cells = row.cells, unit = cells[field.unit];
    var value = grouped(cells[field.value]) + (cells[field.high] ? "–" + grouped(cells[field.high]) : "");
    var words = small.apply(null, wholeValue(cells[field.text], value, unit));
    [["changes", field.change, "level"], ["exactness", field.approx, "exact"]].forEach(function (kind) {
      var names = cells[kind[1]] !== kind[2] && index[kind[0]][cells[kind[1]]];
      if (names) { words.append.apply(words, [words.firstChild ? " · " : ""].concat(pair(names[0], names[1]))); }
    });
    return make("td", { "class": "dz-figure" }, make("b", {}, zh(cells[field.text])), " ", words);
  }

  /* The value in whole units where the text does not say it in the same way. */
  function wholeValue(text, value, unit) {
    if (unit === "%") { return text.indexOf(value + "%") >= 0 ? [] : [value + "%"]; }
    if (units[unit]) { return pair(value + unit, value + " " + units[unit]); }
    return text.indexOf(value) >= 0 ? [] : [value];
  }

  function timeCell(row) {
    var cells = row.cells, cell = make("td"), start = cells[field.start], end = cells[field.end], basis = index.bases[cells[field.basis]];
    if (start) { cell.append(start === end ? start : start + "/" + (end || "..")); }
    if (cells[field.period]) { cell.append(start ? " " : "", small(zh(cells[field.period]))); }
    if (basis && start) { cell.append(" ", small.apply(null, ["("].concat(pair(basis[0], basis[1]), [")"]))); }
    return cell;
  }

  function placeCell(row) {
    var place = row.cells[field.place], cell = make("td");
    if (place) { cell.append(zh(place)); }
    if (place && !row.cells[field.near]) { cell.append(" ", small.apply(null, pair("（报告所述）", "(of the report)"))); }
    return cell;
  }

  function badges(status, machine) {
    var made = [];
    if (machine) { made.push(" ", make("small", { "class": "dz-mark dz-mark--machine" }, "机译 machine")); }
    if (status === "stale") { made.push(" ", make("small", { "class": "dz-mark dz-mark--stale" }, "待更新 stale")); }
    if (status === "reviewed") { made.push(" ", make("small", { "class": "dz-mark dz-mark--reviewed" }, "已校 reviewed")); }
    return made;
  }

  function sourceCell(row) {
    var at = row.cells[field.at], text = row.cells[field.text], end = at + text.length, sentence = zh("", "p");
    if (row.sentence.slice(at, end) === text) {
      sentence.append(row.sentence.slice(0, at), make("mark", {}, text), row.sentence.slice(end));
    } else { sentence.append(row.sentence); }
    var link = make("a", { href: reportAddress(row.report.id, row.paragraph.anchor), "data-report": row.report.id }, zh(row.report.title));
    if (row.report.title_en) { link.append.apply(link, [" ", en(row.report.title_en)].concat(badges("", row.report.machine))); }
    var cell = make("td", { "class": "dz-figure-source" }, sentence, make("p", { "class": "dz-figure-report" }, link));
    if (row.paragraph.en) {
      var summary = make.apply(null, ["summary", {}].concat(pair("本段英文", "English of the paragraph"), badges(row.paragraph.status, row.paragraph.machine)));
      cell.append(make("details", { "class": "dz-figure-english" }, summary, en(row.paragraph.en, "p")));
    }
    return cell;
  }

  function draw(row) { return make("tr", {}, labelCell(row), valueCell(row), timeCell(row), placeCell(row), sourceCell(row)); }

  var units = {}, more, busy = 0;

  function show() {
    var ask = wanted(), found = sorted(rows.filter(function (row) { return fits(row, ask); }));
    var parts = candidates(ask), missing = parts.filter(function (chunk) { return !loaded[chunk.name]; });
    body.replaceChildren.apply(body, found.slice(0, shownRows).map(draw));
    var seen = Math.min(shownRows, found.length), open = missing.length;
    var chinese = "显示 " + seen + " 个，符合条件的有 " + found.length.toLocaleString("en") + " 个，共 " + index.total.toLocaleString("en") + " 个。";
    var english = seen + " shown of " + found.length.toLocaleString("en") + " that fit, of " + index.total.toLocaleString("en") + " in all.";
    if (open) {
      chinese += "还有 " + open + " 个数据文件未载入。";
      english += " " + open + " data file" + (open === 1 ? " is" : "s are") + " not loaded yet.";
    }
    note.replaceChildren.apply(note, pair(chinese, english));
    more.hidden = seen === found.length && !open;
    more.dataset.load = String(seen === found.length && open > 0);
    more.replaceChildren.apply(more, seen < found.length ? pair("再显示 " + PAGE + " 个", "Show " + PAGE + " more") : pair("载入更多数据", "Load more data"));
    table.setAttribute("aria-busy", "false");
  }

  /* Fetch the next chunks that can have what is asked for, up to some thousands of rows at a time, and show. */
  function load(most) {
    var missing = candidates(wanted()).filter(function (chunk) {
      if (loaded[chunk.name] || most <= 0) { return false; }
      most -= chunk.rows;
      return true;
    });
    if (!missing.length) { show(); return Promise.resolve(); }
    busy += 1;
    table.setAttribute("aria-busy", "true");
    return Promise.all(missing.map(function (chunk) {
      return read(chunk.name).then(function (data) { if (!loaded[chunk.name]) { add(chunk.name, data); } });
    })).then(function () { busy -= 1; if (!busy) { show(); } }, function (error) { busy -= 1; fail(error); });
  }

  function fail() {
    table.setAttribute("aria-busy", "false");
    note.replaceChildren.apply(note, pair("数据载入失败。从磁盘打开的页面不能筛选：请通过网站访问，或下载全部数字。",
      "The data could not be loaded. A page opened from the disk cannot filter: visit the site, or download all figures."));
  }

  function remember() {
    var url = new URL(location.href), ask = wanted();
    KEYS.forEach(function (key) { if (ask[key]) { url.searchParams.set(key, ask[key]); } else { url.searchParams.delete(key); } });
    if (order.by) { url.searchParams.set("sort", (order.down ? "-" : "") + order.by); } else { url.searchParams.delete("sort"); }
    history.replaceState(history.state, "", url);
  }

  function changed() { shownRows = PAGE; remember(); load(AT_ONCE); }

  function option(value, text) { return make("option", { value: value }, text); }

  function choice(key, chinese, english, options) {
    var select = make("select", { name: key }, option("", "全部 all"));
    options.forEach(function (one) { select.append(option(one[0], one[1])); });
    return labelled(key, chinese, english, select);
  }

  function labelled(key, chinese, english, control) {
    controls[key] = control;
    control.addEventListener(control.tagName === "SELECT" ? "change" : "input", function () {
      clearTimeout(labelled.timer);
      labelled.timer = setTimeout(changed, control.tagName === "SELECT" ? 0 : 200);
    });
    return make("label", {}, make.apply(null, ["span", {}].concat(pair(chinese, english))), control);
  }

  function years() {
    var found = {};
    index.chunks.forEach(function (chunk) { chunk.years.forEach(function (year) { found[year] = true; }); });
    return Object.keys(found).sort().reverse().map(function (year) { return [year, year]; });
  }

  function bar() {
    var places = index.places.map(function (one) { return [one[0], one[0] + " (" + one[1] + ")"]; });
    var kinds = index.units.map(function (one) { return [one[0], (one[0] + " " + one[1]).trim() + " (" + one[2] + ")"]; });
    var themes = index.themes.map(function (one) { return [one[0], (one[1] + " " + one[2]).trim()]; });
    var form = make("form", { "class": "dz-figures-bar", role: "search" },
      labelled("q", "查找", "Find", make("input", { type: "search", name: "q", autocomplete: "off" })),
      choice("unit", "单位", "Unit", kinds), choice("place", "地点", "Place", places), choice("year", "年份", "Year", years()),
      choice("theme", "专题", "Theme", themes),
      choice("exact", "确切", "Exact", [["exact", "确数 exact"], ["about", "约数 not exact"]]),
      labelled("report", "报告", "Report", make("input", { type: "search", name: "report", autocomplete: "off", placeholder: "ID" })));
    var reset = make.apply(null, ["button", { type: "reset" }].concat(pair("清除", "Clear")));
    form.append(reset);
    form.addEventListener("submit", function (event) { event.preventDefault(); changed(); });
    form.addEventListener("reset", function () { order = { by: "", down: false }; heads(); setTimeout(changed, 0); });
    return form;
  }

  function heads() {
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, at) {
      if (order.by === COLUMNS[at]) { head.setAttribute("aria-sort", order.down ? "descending" : "ascending"); } else { head.removeAttribute("aria-sort"); }
    });
  }

  function sortable() {
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, at) {
      var button = make("button", { type: "button" });
      button.append.apply(button, Array.prototype.slice.call(head.childNodes));
      head.append(button);
      button.addEventListener("click", function () { sortBy(COLUMNS[at]); });
    });
  }

  /* Numbers begin with the greatest, words with the first; the third press restores the order of the reports. */
  function sortBy(column) {
    var first = column === "value" || column === "time" || column === "report";
    if (order.by !== column) { order = { by: column, down: first }; }
    else if (order.down === first) { order.down = !first; }
    else { order = { by: "", down: false }; }
    heads();
    remember();
    show();
  }

  /* On a phone the heads of the table are not there to be pressed. */
  function sorter() {
    var names = { label: "指标 indicator", value: "数字 figure", time: "时间 time", place: "地点 place", report: "报告 report" };
    var select = make("select", { name: "sort" }, option("", "报告日期 newest reports"));
    COLUMNS.forEach(function (column) { select.append(option(column, names[column] + " ↑"), option("-" + column, names[column] + " ↓")); });
    select.addEventListener("change", function () {
      order = { by: select.value.replace("-", ""), down: select.value.charAt(0) === "-" };
      heads();
      remember();
      show();
    });
    return make("label", { "class": "dz-figures-sort" }, make.apply(null, ["span", {}].concat(pair("排序", "Sort"))), select);
  }

  function fromAddress() {
    var asked = new URL(location.href).searchParams;
    KEYS.forEach(function (key) {
      var value = asked.get(key);
      if (value === null) { return; }
      var control = controls[key];
      /* A place that the choice does not offer, because others have more figures, can be asked for all the same. */
      if (control.tagName === "SELECT" && !Array.prototype.some.call(control.options, function (one) { return one.value === value; })) {
        control.append(option(value, value));
      }
      control.value = value;
    });
    var by = asked.get("sort") || "";
    if (COLUMNS.indexOf(by.replace("-", "")) >= 0) { order = { by: by.replace("-", ""), down: by.charAt(0) === "-" }; heads(); }
  }

  /* The indicators of several reports become choices of the table. */
  function indicators() {
    document.querySelectorAll("[data-dz-indicator]").forEach(function (name) {
      var button = make("button", { type: "button", "class": "dz-indicator" });
      button.append.apply(button, Array.prototype.slice.call(name.childNodes));
      button.addEventListener("click", function () {
        controls.q.value = name.dataset.dzIndicator;
        changed();
        document.getElementById("table").scrollIntoView();
        controls.q.focus({ preventScroll: true });
      });
      name.replaceChildren(button);
    });
  }

  read("index").then(function (data) {
    index = data;
    index.fields.forEach(function (name, at) { field[name] = at; });
    index.units.forEach(function (one) { units[one[0]] = one[1]; });
    var form = bar();
    form.append(sorter());
    box.insertBefore(form, note);
    more = make("button", { type: "button", "class": "dz-figures-more" });
    /* Until there is something to show it for: it has no name yet. */
    more.hidden = true;
    more.addEventListener("click", function () {
      if (more.dataset.load === "true") { shownRows += PAGE; load(AT_ONCE); return; }
      var at = body.rows.length;
      shownRows += PAGE;
      show();
      /* The keyboard goes on where the new rows begin. */
      var link = body.rows[at] && body.rows[at].querySelector("a");
      if (link) { link.focus({ preventScroll: true }); }
    });
    box.append(more);
    sortable();
    fromAddress();
    indicators();
    return load(AT_ONCE);
  }).catch(fail);
})();
