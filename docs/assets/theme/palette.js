/* What Material writes into every page as an inline script (partials/javascripts/palette.html): light or dark as the reader chose,
   before the first paint. Loaded behind the switch, whose inputs it reads. */
(function () {
  "use strict";
  var kept = __md_get("__palette"), color = kept && kept.color;
  if (!color) { return; }
  if (color.media === "(prefers-color-scheme)") {
    var light = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
    var input = document.querySelector("[data-md-color-media='(prefers-color-scheme: " + light + ")']");
    ["media", "scheme", "primary", "accent"].forEach(function (name) { color[name] = input.getAttribute("data-md-color-" + name); });
  }
  Object.keys(color).forEach(function (name) { document.body.setAttribute("data-md-color-" + name, color[name]); });
})();
