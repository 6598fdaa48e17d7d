/* The view switch, the pinyin switch, the choice of rows, and copying a paragraph with its source. Needs no library; without it
   the page is complete and the switches stay hidden. */
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
    var part = unit.querySelector(".dz-" + name);
    if (!part) { return ""; }
    var copy = part.cloneNode(true);
    copy.querySelectorAll("rt, .dz-mark, .dz-missing").forEach(function (node) { node.remove(); });
    return copy.textContent.trim().replace(/\s+/g, " ");
  }

  function quotation(unit, address) {
    var title = document.querySelector("h1");
    var heads = title ? [side(title, "zh"), side(title, "en")].filter(Boolean).join(" / ") : document.title;
    var machine = unit.querySelector(".dz-mark--machine") ? " [machine translation]" : "";
    var english = side(unit, "en");
    return [side(unit, "zh"), english && english + machine, heads, address].filter(Boolean).join("\n\n") + "\n";
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

  /* A search for pinyin leads to the list of words, which is folded; what was searched is marked there. */
  function unfold() {
    var words = location.hash === "#words" && document.querySelector(".dz-words");
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

  document.querySelectorAll(".dz-switch").forEach(function (bar) { bar.hidden = false; });
  show();
})();
