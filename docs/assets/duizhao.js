/* The view switch, the pinyin switch, the choice of rows, the menu of a unit, and copying a paragraph with its source. Needs
   no library; without it the page is complete and the switches stay hidden. */
(function () {
  "use strict";
  var root = document.documentElement;

  /* The choice is remembered here and written into the address, so that a link keeps the view. */
  function choose(key, value, plain) {
    root.dataset[key === "view" ? "dzView" : "dzPinyin"] = value;
    try { localStorage.setItem("duizhao." + key, value); } catch (error) { /* private window: not remembered */ }
    var url = new URL(location.href);
    if (value === plain) { url.searchParams.delete(key); } else { url.searchParams.set(key, value); }
    history.replaceState(history.state, "", url);
    show();
  }

  function show() {
    document.querySelectorAll("[data-dz-set-view]").forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.dataset.dzSetView === root.dataset.dzView));
    });
    document.querySelectorAll("[data-dz-set-pinyin]").forEach(function (button) {
      button.setAttribute("aria-pressed", String(root.dataset.dzPinyin === "1"));
    });
  }

  /* The block under the reader's eyes stays where it is although everything above it changes its height. */
  function keepPlace(change) {
    var units = Array.prototype.slice.call(document.querySelectorAll(".dz-unit, h2[id^='u-']"));
    var anchor = units.find(function (unit) { return unit.getBoundingClientRect().bottom > 120; });
    var before = anchor ? anchor.getBoundingClientRect().top : 0;
    change();
    if (anchor && window.scrollY > 0) { window.scrollBy(0, anchor.getBoundingClientRect().top - before); }
  }

  /* Text of one side as a reader would quote it: without pinyin, marks and placeholders. */
  function side(unit, name) {
    /* Its own, not the label of a notice in it. */
    var part = unit.querySelector(":scope > .dz-" + name);
    if (!part) { return ""; }
    var copy = part.cloneNode(true);
    copy.querySelectorAll("rt, .dz-mark, .dz-missing, .dz-gloss, .dz-older").forEach(function (node) { node.remove(); });
    copy.querySelectorAll("p + p").forEach(function (paragraph) { paragraph.prepend(" "); });
    return copy.textContent.trim().replace(/\s+/g, " ");
  }

  function shortened(text, most) {
    var characters = Array.from(text);
    return most && characters.length > most ? characters.slice(0, most - 1).join("") + "…" : text;
  }

  /* The English with what must go with it wherever it goes: that no person wrote it, that it is out of date. */
  function honest(unit, most) {
    var english = shortened(side(unit, "en"), most);
    if (english && unit.querySelector(".dz-mark--machine")) { english += " [机译 machine translation]"; }
    if (english && unit.querySelector(".dz-mark--stale")) { english += " [待更新 of an earlier version of the Chinese]"; }
    return english;
  }

  function quotation(unit, address) {
    var title = document.querySelector("h1");
    var heads = title ? [side(title, "zh"), honest(title)].filter(Boolean).join(" / ") : document.title;
    return [side(unit, "zh"), honest(unit), heads, address].filter(Boolean).join("\n\n") + "\n";
  }

  function copied(link) {
    link.classList.add("dz-anchor--copied");
    setTimeout(function () { link.classList.remove("dz-anchor--copied"); }, 1600);
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-dz-set-view], [data-dz-set-pinyin]");
    if (button) {
      keepPlace(function () {
        if (button.dataset.dzSetView) { choose("view", button.dataset.dzSetView, "both"); }
        else { choose("pinyin", root.dataset.dzPinyin === "1" ? "0" : "1", "0"); }
      });
      return;
    }
    var link = event.target.closest("a.dz-anchor");
    var unit = link && link.closest(".dz-unit");
    if (unit && navigator.clipboard) {
      navigator.clipboard.writeText(quotation(unit, link.href)).then(function () { copied(link); }, function () {});
    }
  });

  /* “How this text was cleaned”: all rows, or those of one kind. A link to a line that
     is not among them shows all again. */
  var rows = document.querySelector("table.dz-cleaning");
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

  /* What a cell is sorted by: its number, of a bar the share that people have translated, or its text. */
  function worth(row, column) {
    var cell = row.cells[column];
    if (cell.querySelector("svg")) {
      return Array.prototype.reduce.call(cell.querySelectorAll(".dz-bar--human, .dz-bar--reviewed"), function (sum, part) {
        return sum + Number(part.getAttribute("width"));
      }, 0);
    }
    return cell.classList.contains("dz-number") ? parseInt(cell.dataset.dzWorth || cell.textContent, 10) : cell.textContent;
  }

  function sort(body, column, down) {
    var rows = Array.prototype.slice.call(body.rows).map(function (row) { return { row: row, worth: worth(row, column) }; });
    rows.sort(function (one, other) {
      var order = typeof one.worth === "string" ? one.worth.localeCompare(other.worth, "zh") : one.worth - other.worth;
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

  /* A search for pinyin leads to the list of words, which is folded; what was searched is marked there. */
  function unfold() {
    var figures = location.hash === "#figures" && document.querySelector(".dz-figure-list");
    if (figures) { figures.open = true; }
    var words = location.hash === "#words" && document.querySelector("#words ~ .dz-words");
    if (!words) { return; }
    words.open = true;
    var wanted = (root.dataset.dzSearch || "").normalize("NFD").toLowerCase()
      .replace(/\u0308/g, "v").replace(/uv/g, "v").replace(/[\u0300-\u036f]/g, "").split(/\s+/).filter(Boolean);
    var found = Array.prototype.filter.call(words.querySelectorAll(".dz-key"), function (key) {
      return wanted.some(function (start) { return key.textContent.indexOf(start) === 0; });
    });
    found.forEach(function (key) { key.parentNode.classList.add("dz-found"); });
    if (found.length) { found[0].parentNode.scrollIntoView({ block: "center" }); }
  }
  window.addEventListener("hashchange", unfold);
  unfold();
  /* Once more after the browser has gone to the heading of the list. */
  window.addEventListener("load", function () { setTimeout(unfold, 0); });

  /* The “⋯” of a unit: its links are made when it is opened, from the templates in the box of facts. */
  var STATUS = {
    reviewed: ["由人翻译，另一人校对过", "translated by a person, reviewed by another"],
    human: ["由人翻译", "translated by a person"],
    machine: ["机器翻译，未经人工校对", "translated by a machine, not checked by a person"],
    stale: ["中文后来有改动，译文尚未更新", "the Chinese has changed since it was translated"],
    todo: ["尚无英译", "not yet translated"],
    gloss: ["尚无英译，所附为逐词释义，不是译文", "not yet translated; what stands here is a word-by-word gloss"]
  };

  function span(lang, text) {
    var made = document.createElement("span");
    made.lang = lang;
    made.textContent = text;
    return made;
  }

  function entry(href, chinese, english) {
    var link = document.createElement("a");
    link.href = href;
    link.append(span("zh-Hans", chinese), " ", span("en", english));
    return link;
  }

  /* Whatever is put into an address is percent-encoded; what brackets and quotes would do in TOML is not. */
  function address(template, values) {
    return template.replace(/\{(line|title|body)\}/g, function (field, name) {
      return encodeURIComponent(values[name] === undefined ? "" : values[name]);
    });
  }

  /* The page's own address without the reader's choice of view, at the unit. */
  function place(unit) { return location.href.split(/[?#]/)[0] + "#" + unit.id; }

  /* So much of each text goes into an address: a server takes some eight thousand characters, and each of
     Chinese is nine there. */
  var MOST = 200;

  function complaint(unit, report) {
    var quoted = [shortened(side(unit, "zh"), MOST), honest(unit, MOST)].filter(Boolean).map(function (text) { return "> " + text; });
    return {
      title: "英文有误 English: " + report + " #" + unit.id,
      body: place(unit) + "\n\n" + quoted.join("\n\n") + "\n\n怎样改才对？ What should it say?\n\n"
    };
  }

  function correction(unit) {
    var text = JSON.stringify(shortened(side(unit, "zh"), 24).replace(/…$/, ""));
    return "# 引用原始文档的文字，写明理由。 Quote the raw document and give a reason (CONTRIBUTING.md).\n" +
      "[[fix]]\ndo = \"replace\"\ntext = " + text + "\nwith = " + text + "\nreason = \"\"\n";
  }

  function links(unit, menu) {
    var files = document.querySelector(".dz-files");
    var data = files ? files.dataset : {};
    var at = (menu.dataset.at || "0 0").split(" ");
    var made = [];
    function offer(template, values, chinese, english) {
      if (template && /^https?:/i.test(template)) { made.push(entry(address(template, values), chinese, english)); }
    }
    if (at[0] !== "0") { offer(data.dzEdit, { line: at[0] }, "修改这段译文", "Edit this translation"); }
    offer(data.dzIssue, complaint(unit, data.dzReport), "英文有误", "The English is wrong");
    offer(data.dzFix, { line: 1, body: correction(unit), title: "" }, "中文有误", "The Chinese is wrong");
    if (at[1] !== "0") {
      offer(data.dzRaw, { line: at[1] }, "原始文档第 " + at[1] + " 行", "Raw document, line " + at[1]);
    }
    var guide = document.querySelector("a.dz-guide");
    if (guide) { made.push(entry(guide.href, "怎样改译文", "How to mend the English")); }
    return made;
  }

  function fill(menu) {
    var unit = menu.closest("[id^='u-']") || menu.parentNode.previousElementSibling;
    var status = menu.querySelector("p");
    if (!unit || menu.dataset.filled) { return; }
    menu.dataset.filled = "1";
    var known = STATUS[unit.parentNode.querySelector("#" + unit.id + " .dz-gloss, #" + unit.id + " + .dz-at + .dz-gloss") ? "gloss" : unit.dataset.status];
    if (known) { status.append(document.createElement("br"), span("zh-Hans", known[0]), " ", span("en", known[1])); }
    var list = document.createElement("ul");
    links(unit, menu).forEach(function (link) {
      var item = document.createElement("li");
      item.append(link);
      list.append(item);
    });
    if (navigator.clipboard) {
      var copy = document.createElement("button");
      copy.type = "button";
      copy.append(span("zh-Hans", "复制引文"), " ", span("en", "Copy with its source"));
      copy.addEventListener("click", function () {
        navigator.clipboard.writeText(quotation(unit, place(unit))).then(function () { copy.append(" ✓"); menu.open = false; }, function () {});
      });
      var item = document.createElement("li");
      item.append(copy);
      list.append(item);
    }
    if (list.children.length) { menu.append(list); }
  }

  function shut(except) {
    document.querySelectorAll(".dz-more[open]").forEach(function (menu) { if (menu !== except) { menu.open = false; } });
  }

  /* “toggle” does not bubble. */
  document.addEventListener("toggle", function (event) {
    var menu = event.target;
    if (menu.matches && menu.matches(".dz-more") && menu.open) { fill(menu); shut(menu); }
  }, true);
  document.addEventListener("click", function (event) {
    var menu = event.target.closest(".dz-more");
    shut(menu);
    /* At once, as “toggle” comes later: who opens it by key may press Tab before. */
    if (menu && event.target.closest("summary")) { fill(menu); }
  });
  document.addEventListener("keydown", function (event) {
    var menu = event.key === "Escape" && document.querySelector(".dz-more[open]");
    if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
  });

  /* For the other scripts of a page. */
  window.duizhao = { side: side };

  document.querySelectorAll(".dz-switch").forEach(function (bar) { bar.hidden = false; });
  show();
})();
