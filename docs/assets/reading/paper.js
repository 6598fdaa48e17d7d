/* What a text says on paper beside itself: where it was printed from, at its end and at the foot of each page. */
(function () {
  "use strict";
  var reading = window.duizhaoReading;
  var blocks = reading.blocks(), last = blocks[blocks.length - 1], title = document.querySelector("h1.dz-title");
  if (!last || !title) { return; }
  var address = location.href.split(/[?#]/)[0], site = document.querySelector(".md-header__topic");

  /* The style sheet's page boxes take their text from here. */
  document.documentElement.style.setProperty("--dz-address", JSON.stringify(decodeURI(address)));

  var colophon = reading.make("div", { class: "dz-colophon" });
  function line(lang, text) {
    var made = reading.make("p", lang ? { lang: lang } : {});
    /* A Chinese word in an English line says its language, too. */
    text.split(/([\u4e00-\u9fff]+)/).forEach(function (part, place) {
      var chinese = lang === "en" && place % 2 === 1;
      made.append(chinese ? Object.assign(reading.make("span", { lang: "zh-Hans" }), { textContent: part }) : part);
    });
    colophon.append(made);
  }
  line("zh-Hans", "《" + reading.side(title, "zh") + "》，" + (site ? site.textContent.trim() : ""));
  if (reading.honest(title)) { line("en", reading.honest(title)); }
  line("", decodeURI(address));
  /* Behind the text: what follows it on the page (other reports, figures, words) is not printed. */
  var end = last;
  while (end.parentNode && !end.parentNode.matches("article, main, body")) { end = end.parentNode; }
  while (end.nextElementSibling && end.nextElementSibling.matches(".dz-at, .dz-gloss, .dz-older, .dz-gap")) { end = end.nextElementSibling; }
  end.after(colophon);
})();
