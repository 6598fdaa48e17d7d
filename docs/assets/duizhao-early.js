/* Runs in <head>, before the first paint: puts how the reader wants to read on <html>, where CSS finds it. The address
   (?view=zh&pinyin=hsk3&size=115) goes before what was chosen last time. Without this script a page shows both
   languages without pinyin. reading/choices.js does the rest. */
(function () {
  "use strict";
  var root = document.documentElement, query = new URLSearchParams(location.search);
  /* Of each choice its values, the usual one first. Pinyin: none, all, or only above words beyond a level. */
  var choices = {
    view: ["both", "stack", "zh", "en", "tap"],
    pinyin: ["0", "1", "hsk1", "hsk2", "hsk3", "hsk4", "hsk5", "hsk6", "hsk7"],
    size: ["100", "85", "115", "130", "150"]
  };
  function stored(key) {
    try { return localStorage.getItem("duizhao." + key); } catch (error) { return null; }
  }
  function attribute(key) { return "dz" + key[0].toUpperCase() + key.slice(1); }
  Object.keys(choices).forEach(function (key) {
    var wanted = [query.get(key), stored(key), choices[key][0]];
    root.dataset[attribute(key)] = wanted.find(function (value) { return choices[key].indexOf(value) >= 0; });
  });
  /* Material takes the reader's search (?h=) out of the address before other scripts run. */
  root.dataset.dzSearch = query.get("h") || "";

  /* The controls say what is chosen, before the first paint too. On a narrow screen side by side and interleaved are one. */
  var narrow = window.matchMedia("(max-width: 59.99em)");
  function show() {
    var view = narrow.matches && root.dataset.dzView === "stack" ? "both" : root.dataset.dzView;
    document.querySelectorAll("[data-dz-set-view]").forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.dataset.dzSetView === view));
    });
    document.querySelectorAll("select[data-dz-set-pinyin]").forEach(function (select) { select.value = root.dataset.dzPinyin; });
    document.querySelectorAll("[data-dz-set-size]").forEach(function (button) {
      var sizes = choices.size.slice().sort(function (one, other) { return one - other; });
      var end = button.dataset.dzSetSize === "1" ? sizes.length - 1 : 0;
      /* Not “disabled”: whoever stands on it by keyboard keeps the place. */
      button.setAttribute("aria-disabled", String(sizes[end] === root.dataset.dzSize));
    });
  }
  var watch = new MutationObserver(function () {
    /* What stands behind the controls is there: they are whole. */
    if (document.querySelector(".dz-switch + *")) { watch.disconnect(); show(); }
  });
  watch.observe(root, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", function () { watch.disconnect(); show(); });
  narrow.addEventListener("change", show);

  window.duizhaoReading = { choices: choices, attribute: attribute, show: show };
})();
