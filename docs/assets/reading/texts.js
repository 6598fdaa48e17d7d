/* The texts of a block as a reader would quote them, and the block's address. For the menu, the quotations, the
   vocabulary and reading aloud. */
(function () {
  "use strict";
  var reading = window.duizhaoReading = window.duizhaoReading || {};

  /* Text of one side: without pinyin, marks and placeholders. */
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

  /* What must go with the English wherever it goes: that no person wrote it, that it is out of date. */
  function caveats(unit) {
    return (unit.querySelector(".dz-mark--machine") ? " [机译 machine translation]" : "") +
      (unit.querySelector(".dz-mark--stale") ? " [待更新 of an earlier version of the Chinese]" : "");
  }

  function honest(unit, most) {
    var english = shortened(side(unit, "en"), most);
    return english && english + caveats(unit);
  }

  /* The page's own address without the reader's choice of view, at the unit. */
  function place(unit) { return location.href.split(/[?#]/)[0] + (unit.id ? "#" + unit.id : ""); }

  /* Puts a text on the clipboard. Pages opened from the disk have none to write to: there the old way, which asks for
     a selection. Gives a promise, broken where nothing works. */
  function copy(text) {
    if (navigator.clipboard) { return navigator.clipboard.writeText(text).catch(function () { return copyOld(text); }); }
    return copyOld(text);
  }
  function copyOld(text) {
    return new Promise(function (resolve, reject) {
      var box = document.createElement("textarea"), before = document.activeElement;
      box.value = text;
      box.className = "dz-key";
      (document.querySelector("dialog[open]") || document.body).append(box);
      box.select();
      var done = false;
      try { done = document.execCommand("copy"); } catch (error) { /* said below */ }
      box.remove();
      if (before) { before.focus({ preventScroll: true }); }
      if (done) { resolve(); } else { reject(new Error("no clipboard")); }
    });
  }

  Object.assign(reading, { side: side, shortened: shortened, honest: honest, caveats: caveats, place: place, copy: copy });
})();
