/* The dialog that quotes a paragraph: as text, BibTeX or CSL-JSON (cite.js), in Chinese, English or both. Loaded when it is
   first asked for. */
(function () {
  "use strict";
  var reading = window.duizhaoReading, cite = window.duizhaoCite;
  var FORMATS = [["text", ["引文", "Quotation"]], ["bibtex", ["BibTeX"]], ["csl", ["CSL-JSON"]]];
  var LANGUAGES = [["both", ["双语", "Both"]], ["zh", ["中文", "Chinese"]], ["en", ["英文", "English"]]];
  var dialog, box, done, source, unit, opener;

  /* 1 what is cited */

  function words(selector) {
    var found = document.querySelector(selector);
    return found ? found.textContent.trim() : "";
  }

  function today() {
    var now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(function (part) { return String(part).padStart(2, "0"); }).join("-");
  }

  function read(block) {
    var title = document.querySelector("h1"), time = document.querySelector(".dz-facts time");
    var page = decodeURIComponent(location.pathname.split("/").pop()).replace(/\.html?$/, "");
    return {
      id: page + block.id.replace(/^u/, ""),
      url: reading.place(block),
      site: words(".md-header__topic") || document.title,
      titles: { zh: reading.side(title, "zh") || title.textContent.trim(), en: reading.side(title, "en") },
      titleCaveat: reading.caveats(title),
      texts: { zh: reading.side(block, "zh"), en: reading.side(block, "en") },
      caveat: reading.caveats(block),
      authors: words(".dz-by > [lang]").split("、").filter(Boolean),
      publisher: words(".dz-published > [lang]"),
      date: time ? time.dateTime : "",
      today: today()
    };
  }

  /* 2 the dialog */

  function choice(name, label, options) {
    var set = reading.make("fieldset", { class: "dz-choice" });
    set.append(reading.make("legend", {}, label));
    options.forEach(function (option, at) {
      var made = reading.make("label", {}), radio = reading.make("input", { type: "radio", name: name, value: option[0] });
      radio.checked = !at;
      made.append(radio);
      made.append.apply(made, option[1].length > 1 ? reading.pair(option[1]) : [option[1][0]]);
      set.append(made);
    });
    return set;
  }

  function picked(name) { return dialog.querySelector("input[name='" + name + "']:checked").value; }

  function fill() {
    box.value = cite[picked("dz-format")](source, picked("dz-language"));
    box.lang = picked("dz-format") === "text" && picked("dz-language") === "en" ? "en" : "zh-Hans";
    done.replaceChildren();
  }

  function tell(words) { done.replaceChildren.apply(done, reading.pair(words)); }

  function copy(text, inBox) {
    reading.copy(text).then(function () { tell(["已复制", "Copied"]); }, function () {
      if (!inBox) { box.value = text; }
      box.focus();
      box.select();
      tell(["这里不能直接复制：文字已选中，请按 Ctrl+C（⌘C）", "Copying is not allowed here: the text is selected, press Ctrl+C (⌘C)"]);
    });
  }

  function build() {
    box = reading.make("textarea", { readonly: "", rows: "11", spellcheck: "false", "aria-label": "引文 Quotation" });
    done = reading.make("p", { role: "status", class: "dz-dialog__done" });
    var take = reading.make("button", { type: "button", class: "dz-dialog__main" }, ["复制", "Copy"]);
    var link = reading.make("button", { type: "button" }, ["复制链接", "Copy link"]);
    var choices = reading.make("div", { class: "dz-dialog__choices" });
    choices.append(choice("dz-format", ["格式", "Format"], FORMATS), choice("dz-language", ["语言", "Language"], LANGUAGES));
    var buttons = reading.make("div", { class: "dz-dialog__buttons" });
    buttons.append(take, link, done);
    dialog = reading.dialog("dz-quote", ["引用此段", "Quote this paragraph"], [choices, box, buttons]);
    dialog.addEventListener("close", function () { opener.focus({ preventScroll: true }); });
    choices.addEventListener("change", fill);
    take.addEventListener("click", function () { copy(box.value, true); });
    link.addEventListener("click", function () { copy(reading.place(unit), false); });
  }

  /* `from` gets the focus when the dialog is shut: to follow a link to a paragraph takes it away. */
  window.duizhaoQuote = function (block, from) {
    if (!dialog) { build(); }
    unit = block;
    opener = from || document.activeElement;
    source = read(block);
    fill();
    if (!dialog.open) { dialog.showModal(); }
    dialog.querySelector(".dz-dialog__main").focus();
  };
})();
