/* English on demand: in this view a button below each paragraph shows its English and hides it again; a tap on the
   paragraph beside its words does the same (a tap on a word explains the word). */
(function () {
  "use strict";
  var reading = window.duizhaoReading;
  var made = false;

  function sides(unit) {
    var chinese = unit.querySelector(":scope > .dz-zh"), english = unit.querySelector(":scope > .dz-en");
    return chinese && english ? { chinese: chinese, english: english } : null;
  }

  function isOpen(unit) { return unit.classList.contains("dz-unit--open"); }

  function set(unit, open) {
    unit.classList.toggle("dz-unit--open", open);
    unit.querySelector(":scope > .dz-tap").setAttribute("aria-expanded", String(open));
  }

  /* Made when the view is first chosen. Their room is kept by the style sheet, so that nothing moves. */
  function build() {
    if (made || reading.chosen("view") !== "tap") { return; }
    made = true;
    document.querySelectorAll(".dz-unit").forEach(function (unit, number) {
      var both = sides(unit);
      if (!both) { return; }
      both.english.id = both.english.id || "dz-en-" + number;
      var button = reading.make("button", { type: "button", class: "dz-tap", "aria-controls": both.english.id }, ["英文", "English"]);
      both.chinese.after(button);
      set(unit, false);
    });
    reveal();
  }

  /* What the address leads to was searched or quoted in either language: shown whole. */
  function reveal() {
    var target = made && location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.querySelector(":scope > .dz-tap")) { set(target, true); }
  }

  /* Shows or hides the English of a block; false where there is nothing to show. */
  function toggle(unit) {
    if (reading.chosen("view") !== "tap" || !unit || !unit.querySelector(":scope > .dz-tap")) { return false; }
    set(unit, !isOpen(unit));
    return true;
  }
  reading.toggleEnglish = toggle;

  document.addEventListener("click", function (event) {
    if (event.defaultPrevented || reading.chosen("view") !== "tap") { return; }
    var button = event.target.closest(".dz-tap");
    if (button) { toggle(button.parentNode); return; }
    var paragraph = event.target.closest(".dz-unit > .dz-zh");
    var selection = window.getSelection();
    if (paragraph && !event.target.closest("a, button, ruby, summary, details") && (!selection || selection.isCollapsed)) {
      toggle(paragraph.parentNode);
    }
  });
  /* Who comes to a paragraph by j and k stands on it as a whole. */
  document.addEventListener("keydown", function (event) {
    if (event.key === "Enter" && event.target.matches(".dz-unit") && toggle(event.target)) { event.preventDefault(); }
  });
  document.addEventListener("duizhao:view", build);
  window.addEventListener("hashchange", reveal);
  build();
})();
