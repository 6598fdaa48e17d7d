/* Opens the search: by its button, by “/”, by an address with ?q=. The search itself is loaded when it is first asked for.
   And on the page that a hit leads to (?h=): marks what was searched for. */
(function () {
  "use strict";
  var script = document.currentScript;
  var root = new URL("../", script.src).href;
  var panel;

  function open(query) {
    panel = panel || import(root + "assets/search/panel.js").then(function (module) { return new module.Panel(root); });
    panel.then(function (made) { return made.open(query); }, function () { panel = null; failed(); });
  }

  /* Modules do not load from a disk. */
  function failed() {
    var said = document.querySelector(".dz-find-failed");
    if (!said) {
      said = document.createElement("p");
      said.className = "dz-find-failed";
      said.setAttribute("role", "alert");
      said.textContent = "检索无法载入：须经网站服务器打开本站 · The search could not be loaded: open the site through a web server";
      document.body.prepend(said);
    }
  }

  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-dz-find]");
    if (!button) { return; }
    event.preventDefault();
    open(button.dataset.dzFind || undefined);
  });
  document.addEventListener("submit", function (event) {
    if (event.target.matches("form.dz-search")) {
      event.preventDefault();
      open(event.target.elements.q.value);
    }
  });
  document.addEventListener("keydown", function (event) {
    /* A box in a dialog that closes has the focus for the rest of the frame: nobody types there. */
    var typing = event.target.closest("input, textarea, select, [contenteditable]") && !event.target.closest("dialog:not([open])");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      open();
    }
  });

  var query = new URLSearchParams(location.search);
  if (query.get("q")) { open(query.get("q")); }
  if (query.get("h")) {
    import(root + "assets/search/marking.js").then(function (module) { module.mark(query.get("h")); }, function () {});
  }
})();
