/* The reader's hands: the sheet of choices on a phone, the buttons that load what they need, and the keyboard. The keys
   of Material and of the search (/ s f n p , .) are not used; single keys can be switched off in the list of them (?). */
(function () {
  "use strict";
  var reading = window.duizhaoReading, root = document.documentElement;

  /* 1 the sheet: on a phone the choices lie folded behind a button */

  function sheet() { return document.querySelector(".dz-reading__open"); }

  function setSheet(open, back) {
    var button = sheet();
    if (!button || (button.getAttribute("aria-expanded") === "true") === open) { return; }
    button.setAttribute("aria-expanded", String(open));
    root.classList.toggle("dz-sheet", open);
    if (open) { document.getElementById("dz-reading").focus({ preventScroll: true }); }
    else if (back) { button.focus({ preventScroll: true }); }
  }

  document.addEventListener("click", function (event) {
    if (event.target.closest(".dz-reading__open")) { setSheet(sheet().getAttribute("aria-expanded") !== "true", true); return; }
    if (event.target.closest("[data-dz-close]")) { setSheet(false, true); return; }
    if (!event.target.closest(".dz-reading__panel")) { setSheet(false, false); }
  });

  /* 2 what is loaded when it is asked for */

  function help() { reading.load("help").then(function () { window.duizhaoHelp(); }, ignore); }
  function listen() { reading.load("voices", "listen").then(function () { window.duizhaoListen(); }, ignore); }
  /* Said by load(). */
  function ignore() {}

  reading.listenButton = function () {
    return Array.from(document.querySelectorAll("[data-dz-listen]")).find(function (button) { return button.getClientRects().length; });
  };

  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-dz-listen]")) { listen(); }
    if (event.target.closest("[data-dz-keys]")) { setSheet(false, false); help(); }
  });

  /* 3 the keyboard */

  function stored(key) { try { return localStorage.getItem("duizhao." + key); } catch (error) { return null; } }
  function store(key, value) { try { localStorage.setItem("duizhao." + key, value); } catch (error) { /* private window */ } }
  reading.keysOff = function (off) {
    if (off !== undefined) { store("keys", off ? "off" : "on"); }
    return stored("keys") === "off";
  };

  function view(name, words) { return [words, function () { reading.choose("view", name); reading.say(words); }]; }

  /* On with the level that was chosen last, or all. */
  var level = stored("pinyin");
  function pinyin() {
    var on = reading.chosen("pinyin");
    if (on !== "0") { level = on; }
    reading.choose("pinyin", on === "0" ? (level && level !== "0" ? level : "1") : "0");
    reading.say(on === "0" ? ["拼音：显示", "Pinyin on"] : ["拼音：不显示", "Pinyin off"]);
  }

  /* The paragraph before or behind gets the focus, so that the other keys mean it. */
  function go(step) {
    var all = reading.blocks().filter(function (block) { return block.getClientRects().length; });
    var here = reading.blockAt(), at = all.indexOf(here), focused = here && here.contains(document.activeElement);
    var next = all[focused ? at + step : step > 0 ? at : at - 1];
    if (!next) { return; }
    next.tabIndex = -1;
    next.focus({ preventScroll: true });
    window.scrollBy({ top: next.getBoundingClientRect().top - reading.top() - 16, behavior: "instant" });
  }

  function english() {
    var block = reading.blockAt();
    if (reading.toggleEnglish(block)) { return; }
    if (reading.chosen("view") !== "tap") { reading.say(["此键只用于“点看”", "This key belongs to the view “on demand”"]); }
  }

  /* In the order of the list. */
  reading.keys = {
    1: view("both", ["对照", "Side by side"]),
    2: view("stack", ["上下", "Interleaved"]),
    3: view("zh", ["只看中文", "Chinese only"]),
    4: view("en", ["只看英文", "English only"]),
    5: view("tap", ["点看英文", "English on demand"]),
    e: [["点看时：显示或收起本段英文", "On demand: show or hide this paragraph’s English"], english],
    y: [["拼音：显示、不显示", "Pinyin on, off"], pinyin],
    "+": [["放大字号", "Larger text"], function () { reading.resize(1); }],
    "-": [["缩小字号", "Smaller text"], function () { reading.resize(-1); }],
    j: [["下一段", "Next paragraph"], function () { go(1); }],
    k: [["上一段", "Previous paragraph"], function () { go(-1); }],
    q: [["引用本段", "Quote this paragraph"], function () { var block = reading.blockAt(); if (block) { reading.quote(block); } }],
    l: [["朗读、暂停", "Read aloud, pause"], listen],
    "?": [["本表", "This list"], help]
  };
  var SAME = { "=": "+", "？": "?" };

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && root.classList.contains("dz-sheet")) { setSheet(false, true); return; }
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) { return; }
    /* What closes keeps the focus for the rest of the frame: a key pressed then is for the page. */
    var target = event.target.closest("dialog:not([open])") ? document.body : event.target;
    if (target.isContentEditable || target.closest("input, textarea, select, dialog[open], [role=dialog]")) { return; }
    if (document.querySelector("dialog[open]")) { return; }
    var name = SAME[event.key] || event.key, key = Object.prototype.hasOwnProperty.call(reading.keys, name) && reading.keys[name];
    if (!key || (reading.keysOff() && name !== "?")) { return; }
    if (name === "l" && !reading.listenButton()) { return; }
    if (name === "q" && !document.querySelector(".dz-more")) { return; }
    event.preventDefault();
    key[1]();
  });
})();
