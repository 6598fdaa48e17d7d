/* Pop-ups of words: a tap on a Chinese word, or the keyboard's focus on it, shows its pinyin, senses, HSK level and
   glossary entry, and a search for it (duizhao-word-help.js). By keyboard each text has one tab stop; ← and → go from
   word to word, Enter or Space into the pop-up, Esc closes it. Without this script words are words and terms links. */
(function () {
  "use strict";
  var GAP = 8, TEXT = ".md-content .dz-zh", STOP = "ruby, a.dz-term";
  var root = document.documentElement, help = window.duizhaoWordHelp;
  var sheet = window.matchMedia("(max-width: 44.98em)");
  var pop, body, said, now = null;

  /* 1 words of the page */

  function base(ruby) {
    return Array.from(ruby.childNodes).filter(function (node) { return node.nodeName !== "RT"; })
      .map(function (node) { return node.textContent; }).join("");
  }
  function reading(ruby) { var rt = ruby.querySelector("rt"); return rt ? rt.textContent : ""; }
  /* What has the focus for a word: a term's link, else the word itself. */
  function stopOf(ruby) { return ruby.closest("a.dz-term") || ruby; }
  function rubyOf(stop) { return stop.matches("ruby") ? stop : stop.querySelector("ruby"); }
  function stops(text) {
    return Array.from(text.querySelectorAll(STOP)).filter(function (stop) {
      return stop.matches("a") ? stop.querySelector("ruby") : !stop.closest("a");
    });
  }
  function wordAt(node) {
    var at = node.closest && node.closest(STOP);
    var ruby = at && (at.matches("ruby") ? at : at.querySelector("ruby"));
    if (!ruby || !ruby.closest(TEXT)) { return null; }
    var link = ruby.closest("a");
    return !link || link.matches(".dz-term") ? ruby : null;
  }

  /* A word that can have the focus is a button. */
  function makeStop(stop) {
    if (!stop.matches("ruby")) { return; }
    stop.tabIndex = 0;
    stop.setAttribute("role", "button");
    stop.setAttribute("aria-haspopup", "dialog");
  }

  /* The one that Tab reaches in its text from now on. */
  function own(stop) {
    stop.closest(TEXT).querySelectorAll("ruby[tabindex='0']").forEach(function (other) { other.tabIndex = -1; });
    makeStop(stop);
  }

  /* The word behind or before, in the next text where this one ends. */
  function neighbour(stop, step) {
    var all = stops(stop.closest(TEXT)), at = all.indexOf(stop) + step;
    if (all[at]) { return all[at]; }
    var texts = Array.from(document.querySelectorAll(TEXT)).filter(function (text) { return text.getClientRects().length; });
    for (var next = texts.indexOf(stop.closest(TEXT)) + step; texts[next]; next += step) {
      all = stops(texts[next]);
      if (all.length) { return all[step > 0 ? 0 : all.length - 1]; }
    }
    return null;
  }

  /* 2 the pop-up */

  function build() {
    pop = help.make("div", "", "", "dz-word");
    pop.setAttribute("role", "dialog");
    pop.setAttribute("aria-labelledby", "dz-word-title");
    pop.tabIndex = -1;
    pop.hidden = true;
    body = help.make("div", "", "", "dz-word__body");
    said = help.make("p", "en", "", "dz-word-said");
    said.setAttribute("role", "status");
    document.body.append(pop, said);
    pop.addEventListener("keydown", function (event) { if (event.key === "Tab") { leave(event); } });
  }

  function fill(state, entry, failed) {
    body.removeAttribute("aria-busy");
    body.replaceChildren.apply(body, help.content(state.word, state.pinyin, entry, failed));
    /* The head says what is known now. Its button stays: a reader may stand on it, or be pressing it. */
    var head = pop.firstChild, button = head.lastChild;
    while (head.firstChild !== button) { head.firstChild.remove(); }
    button.before.apply(button, help.title(state.word, state.pinyin, entry));
    if (!state.entered) { said.textContent = help.summary(entry, failed); }
    place();
  }

  /* At a desk below the word, or above it where there is more room; on a phone a sheet at the lower edge. */
  function place() {
    pop.classList.remove("dz-word--top");
    pop.style.left = pop.style.top = pop.style.maxHeight = "";
    var box = now.ruby.getClientRects()[0];
    if (!box) { shut(false); return; }
    if (sheet.matches) {
      var over = box.bottom + GAP - pop.getBoundingClientRect().top;
      if (over > 0) { now.scrolled += over; window.scrollBy({ top: over, behavior: "instant" }); }
      pop.classList.toggle("dz-word--top", now.ruby.getClientRects()[0].bottom > pop.getBoundingClientRect().top);
      return;
    }
    var top = Math.max.apply(null, Array.from(document.querySelectorAll(".md-header, .dz-switch")).map(function (bar) {
      var at = bar.getBoundingClientRect();
      return at.top < 80 ? at.bottom : 0;
    }));
    var below = window.innerHeight - box.bottom - 2 * GAP, above = box.top - Math.max(top, 0) - 2 * GAP;
    var under = pop.offsetHeight <= below || below >= above;
    pop.style.maxHeight = Math.max(under ? below : above, 120) + "px";
    var size = pop.getBoundingClientRect(), from = pop.offsetParent.getBoundingClientRect();
    var left = Math.min(Math.max(box.left + box.width / 2 - size.width / 2, GAP), root.clientWidth - size.width - GAP);
    pop.style.left = left - from.left + "px";
    pop.style.top = (under ? box.bottom + GAP : box.top - GAP - size.height) - from.top + "px";
  }

  function open(ruby, entered) {
    if (!pop) { build(); }
    if (now) { shut(false); }
    var state = now = { ruby: ruby, word: base(ruby), pinyin: reading(ruby), entered: entered, at: window.scrollY, scrolled: 0 };
    own(stopOf(ruby));
    ruby.classList.add("dz-word-on");
    body.setAttribute("aria-busy", "true");
    body.replaceChildren(help.notice("……", ""));
    pop.replaceChildren(help.head(state.word, state.pinyin, close), body);
    pop.hidden = false;
    place();
    /* A word that cannot be seen has no place to show anything at. */
    if (now !== state) { return; }
    if (entered) { enter(); }
    help.find(state.word, state.pinyin).then(
      function (entry) { if (now === state) { fill(state, entry, false); } },
      function () { if (now === state) { fill(state, null, true); } }
    );
  }

  function enter() {
    now.entered = true;
    pop.focus({ preventScroll: true });
  }

  function close() { shut(true); }

  function shut(back) {
    var state = now;
    now = null;
    pop.hidden = true;
    said.textContent = "";
    state.ruby.classList.remove("dz-word-on");
    if (back) { quiet(function () { stopOf(state.ruby).focus({ preventScroll: true }); }); }
  }

  /* Focus that comes back to a word after its pop-up was closed does not open it again. */
  var silent = false;
  function quiet(act) { silent = true; act(); silent = false; }

  /* Tab goes round no trap: behind the last link the page goes on after the word. */
  function leave(event) {
    var inside = Array.from(pop.querySelectorAll("a[href], button"));
    var at = inside.indexOf(document.activeElement);
    if (event.shiftKey && at <= 0) { event.preventDefault(); shut(true); }
    else if (!event.shiftKey && at === inside.length - 1) { shut(true); }
  }

  /* 3 the reader */

  function plain(event) { return !(event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey); }
  function selecting(ruby) { var marked = window.getSelection(); return marked && !marked.isCollapsed && marked.containsNode(ruby, true); }

  document.addEventListener("click", function (event) {
    var ruby = wordAt(event.target);
    if (!ruby || !plain(event) || selecting(ruby)) { return; }
    /* Enter on a term follows its link, as on any link; a tap shows what it leads to. */
    if (stopOf(ruby) !== ruby) { if (!event.detail) { return; } event.preventDefault(); }
    if (now && now.ruby === ruby && now.entered) { shut(false); return; }
    open(ruby, true);
  });

  document.addEventListener("pointerdown", function (event) {
    if (now && !pop.contains(event.target) && !wordAt(event.target)) { shut(false); }
  });

  document.addEventListener("focusin", function (event) {
    var target = event.target;
    var ruby = target.matches(STOP) ? wordAt(target) : null;
    if (silent || (pop && pop.contains(target))) { return; }
    if (ruby && target.matches(":focus-visible")) { if (!now || now.ruby !== ruby) { open(ruby, false); } }
    else if (now && !ruby) { shut(false); }
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && now) { event.preventDefault(); shut(true); return; }
    var stop = event.target.matches && event.target.matches(STOP) && wordAt(event.target) ? event.target : null;
    if (!stop || !plain(event)) { return; }
    var step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      event.preventDefault();
      var next = neighbour(stop, step);
      if (next) { own(next); next.focus(); }
    } else if (event.key === " " || (event.key === "Enter" && stop.matches("ruby"))) {
      event.preventDefault();
      if (!now) { open(rubyOf(stop), true); } else { enter(); }
    }
  });

  window.addEventListener("scroll", function () {
    if (now && Math.abs(window.scrollY - now.at - now.scrolled) > window.innerHeight / 2) { shut(pop.contains(document.activeElement)); }
  }, { passive: true });
  window.addEventListener("resize", function () { if (now) { place(); } });

  root.dataset.dzWords = "1";
  /* Above the words pinyin is for the eye: a screen reader would say every word twice. The pop-up has it too. */
  document.querySelectorAll(".md-content rt").forEach(function (rt) { rt.setAttribute("aria-hidden", "true"); });
  document.querySelectorAll(TEXT).forEach(function (text) {
    var first = stops(text)[0];
    if (first) { makeStop(first); }
  });
})();
