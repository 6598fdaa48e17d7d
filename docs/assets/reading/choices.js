/* How a report is read: view, pinyin, size of the text. The choice stands on <html> (duizhao-early.js), is remembered, and
   is written into the address, so that a link shows what its sender saw. Also what the other scripts of this
   folder share: loading one when it is asked for, saying something, the paragraph under the reader's eyes. */
(function () {
  "use strict";
  var root = document.documentElement, reading = window.duizhaoReading;
  var folder = new URL(".", document.currentScript.src);
  var BLOCKS = ".dz-unit[id], .dz-heading[id^='u-'], .dz-deck[id]";

  /* 1 the choice */

  function chosen(key) { return root.dataset[reading.attribute(key)]; }

  function write(key, value) {
    var url = new URL(location.href);
    url.searchParams.set(key, value);
    history.replaceState(history.state, "", url);
  }

  function choose(key, value) {
    if (reading.choices[key].indexOf(value) < 0 || value === chosen(key)) { return; }
    keepPlace(function () {
      root.dataset[reading.attribute(key)] = value;
      document.dispatchEvent(new CustomEvent("duizhao:" + key));
    });
    try { localStorage.setItem("duizhao." + key, value); } catch (error) { /* private window: not remembered */ }
    write(key, value);
    reading.show();
  }

  /* The next size, greater (1) or smaller (-1); the same at either end. */
  function resize(step) {
    var sizes = reading.choices.size.slice().sort(function (one, other) { return one - other; });
    choose("size", sizes[sizes.indexOf(chosen("size")) + step] || chosen("size"));
    say(["字号 " + chosen("size") + "%", "Text size " + chosen("size") + "%"]);
  }

  /* The block under the reader's eyes stays where it is although everything above it changes its height. */
  function keepPlace(change) {
    var anchor = beginning() || blockAt();
    var before = anchor ? anchor.getBoundingClientRect().top : 0;
    change();
    if (anchor && window.scrollY > 0) {
      window.scrollBy({ top: anchor.getBoundingClientRect().top - before, behavior: "instant" });
    }
  }

  /* 2 the text */

  function blocks() { return Array.from(document.querySelectorAll(BLOCKS)); }

  /* Below what stays at the top of the window. */
  function top() {
    return Math.max.apply(null, Array.from(document.querySelectorAll(".md-header, .dz-switch")).map(function (bar) {
      var box = bar.getBoundingClientRect();
      return box.top < 80 ? box.bottom : 0;
    }).concat(0));
  }

  /* The block that has the focus, or the first that can be read. */
  function blockAt() {
    var focused = document.activeElement && document.activeElement.closest(BLOCKS);
    if (focused) {
      var box = focused.getBoundingClientRect();
      if (box.bottom > 0 && box.top < window.innerHeight) { return focused; }
    }
    var edge = top() + 8;
    return blocks().find(function (block) { return block.getBoundingClientRect().bottom > edge; }) || null;
  }

  /* The first block that begins where it is seen: one that is half gone would push those below about. */
  function beginning() {
    var edge = top();
    return blocks().find(function (block) {
      var box = block.getBoundingClientRect();
      return box.height && box.top >= edge && box.top < window.innerHeight / 2;
    });
  }

  /* 3 for the other scripts */

  function pair(words) {
    return words.map(function (text, at) {
      var span = document.createElement("span");
      span.lang = at ? "en" : "zh-Hans";
      span.textContent = (at ? " " : "") + text;
      return span;
    });
  }

  /* An element of a dialog; its words, if any, in both languages. */
  function make(tag, attributes, words) {
    var made = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) { made.setAttribute(name, attributes[name]); });
    if (words) { made.append.apply(made, pair(words)); }
    return made;
  }

  /* There before it is needed: screen readers tell what changes in it. */
  var said = make("p", { role: "status", class: "dz-said" });
  document.body.append(said);
  /* Says something to who cannot see that it happened, and shows it for a moment to who can. */
  function say(words) {
    said.replaceChildren.apply(said, pair(words));
    said.classList.remove("dz-said--shown");
    void said.offsetWidth;
    said.classList.add("dz-said--shown");
  }

  var loading = {};
  /* Loads scripts of this folder, one after the other; said when it fails, and tried again the next time. */
  function load() {
    return Array.from(arguments).reduce(function (before, name) {
      return before.then(function () { return loadOne(name); });
    }, Promise.resolve()).catch(function (error) {
      say(["未能载入，请检查网络后重试", "Could not be loaded: check the connection and try again"]);
      throw error;
    });
  }
  function loadOne(name) {
    loading[name] = loading[name] || new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = new URL(name + ".js", folder).href;
      script.onload = resolve;
      script.onerror = function () { script.remove(); delete loading[name]; reject(new Error(script.src)); };
      document.head.append(script);
    });
    return loading[name];
  }

  /* A dialog over the page, with its head; closes by Esc, its cross, and a press beside it. */
  function dialog(name, words, body) {
    var head = make("h2", { id: name + "-title" }, words);
    var close = make("button", { type: "button", class: "dz-dialog__close", "aria-label": "关闭 Close" });
    var made = make("dialog", { class: "dz-dialog", "aria-labelledby": head.id });
    close.textContent = "✕";
    made.append(head, close);
    made.append.apply(made, body);
    close.addEventListener("click", function () { made.close(); });
    made.addEventListener("click", function (event) { if (event.target === made) { made.close(); } });
    /* What is no longer seen keeps no focus: the next key is for the page. */
    made.addEventListener("close", function () { if (!made.open && made.contains(document.activeElement)) { document.activeElement.blur(); } });
    document.body.append(made);
    return made;
  }

  Object.assign(reading, {
    BLOCKS: BLOCKS, chosen: chosen, choose: choose, resize: resize, blocks: blocks, blockAt: blockAt, top: top,
    pair: pair, make: make, say: say, load: load, dialog: dialog
  });

  /* 4 the controls */

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-dz-set-view], [data-dz-set-size]");
    if (!button) { return; }
    if (button.dataset.dzSetView) { choose("view", button.dataset.dzSetView); } else { resize(Number(button.dataset.dzSetSize)); }
  });
  document.addEventListener("change", function (event) {
    if (event.target.matches("select[data-dz-set-pinyin]")) { choose("pinyin", event.target.value); }
  });

  /* What was remembered stands in the address too, so that it can be passed on as it is. */
  if (document.querySelector("[data-dz-set-view]")) {
    Object.keys(reading.choices).forEach(function (key) {
      if (chosen(key) !== reading.choices[key][0]) { write(key, chosen(key)); }
    });
  }
  reading.show();
})();
