/* Runs in <head>, before the first paint: puts the reader's choice of view on <html>, where CSS finds it.
   The address (?view=zh&pinyin=1) goes before what was chosen last time. Without this script the page shows
   both languages without pinyin. */
(function () {
  "use strict";
  var root = document.documentElement;
  var views = ["both", "stack", "zh", "en"];
  var query = new URLSearchParams(location.search);
  function stored(key) {
    try { return localStorage.getItem("duizhao." + key); } catch (error) { return null; }
  }
  var view = query.get("view") || stored("view");
  root.dataset.dzView = views.indexOf(view) < 0 ? "both" : view;
  /* Material takes the reader's search (?h=) out of the address before other scripts run. */
  root.dataset.dzSearch = query.get("h") || "";
  root.dataset.dzPinyin = (query.get("pinyin") || stored("pinyin")) === "1" ? "1" : "0";
})();
