/* Of every page: the choice of rows, tables that sort, folded lists that open where an address leads. How a report is read
   is in reading/. Needs no library; without it the page is complete. */
(function () {
  "use strict";
  var root = document.documentElement;

  /* “How this text was cleaned”: all rows, or those of one kind. A link to a line that
     is not among them shows all again. The buttons need this script, so that it makes them. */
  var rows = document.querySelector("table.dz-cleaning");
  var kinds = [
    ["all", "全部", "All", ""], ["decisions", "有处理", "Decisions", ".dz-row--decided"],
    ["structure", "结构改动", "Structure", ".dz-row--structural"], ["doubtful", "存疑", "Doubtful", ".dz-row--doubtful"]
  ];
  function labelled(tag, language, name, text) {
    var made = document.createElement(tag);
    made.lang = language;
    made.className = name;
    made.textContent = text;
    return made;
  }
  function addChoice() {
    var bar = document.createElement("div"), buttons = document.createElement("span");
    bar.className = "dz-switch dz-filter";
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", "显示哪些行 Rows to show");
    buttons.className = "dz-switch__views";
    kinds.forEach(function (kind) {
      var count = rows.querySelectorAll(".dz-row:not(.dz-row--other)" + kind[3]).length;
      var button = document.createElement("button");
      button.type = "button";
      button.dataset.dzSetRows = kind[0];
      button.setAttribute("aria-pressed", String(kind[0] === "all"));
      button.setAttribute("aria-controls", rows.id);
      button.disabled = !count;
      button.append(labelled("span", "zh-Hans", "dz-zh", kind[1]), " ", labelled("span", "en", "dz-en", kind[2]), " " + count);
      buttons.append(button);
    });
    bar.append(buttons);
    rows.before(bar);
  }
  function chooseRows(kind) {
    rows.dataset.dzRows = kind;
    document.querySelectorAll("[data-dz-set-rows]").forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.dataset.dzSetRows === kind));
    });
  }
  function showTarget() {
    var target = rows && location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && rows.contains(target) && !target.getClientRects().length) {
      chooseRows("all");
      target.scrollIntoView();
    }
  }
  if (rows) {
    addChoice();
    document.addEventListener("click", function (event) {
      var button = event.target.closest("[data-dz-set-rows]");
      if (button) { chooseRows(button.dataset.dzSetRows); }
    });
    window.addEventListener("hashchange", showTarget);
  }

  /* Tables: a press on a head sorts by its column, the greatest first (or as data-dz-first says), and again the other
     way round. */
  function sortable(table) {
    var heads = Array.prototype.slice.call(table.querySelectorAll("thead th"));
    heads.forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.append.apply(button, Array.prototype.slice.call(head.childNodes));
      head.append(button);
      button.addEventListener("click", function () {
        var down = (head.getAttribute("aria-sort") || head.dataset.dzFirst) !== (head.hasAttribute("aria-sort") ? "descending" : "ascending");
        heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        sort(table.tBodies[0], column, down);
      });
    });
  }

  /* What a cell is sorted by: its number, of a bar the share that people have translated, or its text, in which
     figures count by their value. */
  function worth(row, column) {
    var cell = row.cells[column];
    if (cell.querySelector("svg")) {
      return Array.prototype.reduce.call(cell.querySelectorAll(".dz-bar--human, .dz-bar--reviewed"), function (sum, part) {
        return sum + Number(part.getAttribute("width"));
      }, 0);
    }
    return cell.classList.contains("dz-number") ? parseInt(cell.textContent, 10) : cell.dataset.dzWorth || cell.textContent;
  }

  function sort(body, column, down) {
    var rows = Array.prototype.slice.call(body.rows).map(function (row) { return { row: row, worth: worth(row, column) }; });
    rows.sort(function (one, other) {
      var order = typeof one.worth === "string" ? one.worth.localeCompare(other.worth, "zh", { numeric: true }) : one.worth - other.worth;
      return down ? -order : order;
    });
    rows.forEach(function (item) { body.append(item.row); });
  }

  document.querySelectorAll("table.dz-board").forEach(sortable);

  /* Material puts wide tables and code into boxes that scroll: the keyboard must reach those that do. */
  function reachable() {
    document.querySelectorAll(".md-typeset__scrollwrap").forEach(function (box) {
      if (box.scrollWidth > box.clientWidth) { box.tabIndex = 0; } else { box.removeAttribute("tabindex"); }
    });
  }
  window.addEventListener("load", reachable);
  window.addEventListener("resize", reachable);

  /* The table of figures has a script of its own, which no other page loads. */
  var own = document.currentScript;
  if (own && document.querySelector(".dz-figures-all")) {
    var script = document.createElement("script");
    script.src = new URL("duizhao-figures.js", own.src).href;
    document.head.append(script);
  }

  /* Who is led to a list that is folded sees it open. */
  function unfold() {
    var lists = { "#figures": ".dz-figure-list", "#words": "#words ~ .dz-words" };
    var list = lists[location.hash] && document.querySelector(lists[location.hash]);
    if (list) { list.open = true; }
  }
  window.addEventListener("hashchange", unfold);
  unfold();
  /* Once more after the browser has gone to the heading of the list. */
  window.addEventListener("load", function () { setTimeout(unfold, 0); });

  /* Without scripts nobody would answer: shown by them (and by the style sheet, before the first paint). */
  document.querySelectorAll(".dz-switch").forEach(function (bar) { bar.hidden = false; });
})();
