/* The “⋯” of a block: what its status means, where to mend it, and how to quote it. Also its ¶, which leads to the block
   and opens the quotation. */
(function () {
  "use strict";
  var reading = window.duizhaoReading;
  var side = reading.side, honest = reading.honest, shortened = reading.shortened, place = reading.place;

  /* The “⋯” of a unit: its links are made when it is opened, from the templates in the box of facts. */
  var STATUS = {
    reviewed: ["由人翻译，另一人校对过", "translated by a person, reviewed by another"],
    human: ["由人翻译", "translated by a person"],
    machine: ["机器翻译，未经人工校对", "translated by a machine, not checked by a person"],
    stale: ["中文后来有改动，译文尚未更新", "the Chinese has changed since it was translated"],
    todo: ["尚无英译", "not yet translated"],
    gloss: ["尚无英译，所附为逐词释义，不是译文", "not yet translated; what stands here is a word-by-word gloss"]
  };

  function span(lang, text) {
    var made = document.createElement("span");
    made.lang = lang;
    made.textContent = text;
    return made;
  }

  function entry(href, chinese, english) {
    var link = document.createElement("a");
    link.href = href;
    link.append(span("zh-Hans", chinese), " ", span("en", english));
    return link;
  }

  /* Whatever is put into an address is percent-encoded; what brackets and quotes would do in TOML is not. */
  function address(template, values) {
    return template.replace(/\{(line|title|body)\}/g, function (field, name) {
      return encodeURIComponent(values[name] === undefined ? "" : values[name]);
    });
  }

  /* So much of each text goes into an address: a server takes some eight thousand characters, and each of
     Chinese is nine there. */
  var MOST = 200;

  function complaint(unit, report) {
    var quoted = [shortened(side(unit, "zh"), MOST), honest(unit, MOST)].filter(Boolean).map(function (text) { return "> " + text; });
    return {
      title: "英文有误 English: " + report + " #" + unit.id,
      body: place(unit) + "\n\n" + quoted.join("\n\n") + "\n\n怎样改才对？ What should it say?\n\n"
    };
  }

  function correction(unit) {
    var text = JSON.stringify(shortened(side(unit, "zh"), 24).replace(/…$/, ""));
    return "# 引用原始文档的文字，写明理由。 Quote the raw document and give a reason (CONTRIBUTING.md).\n" +
      "[[fix]]\ndo = \"replace\"\ntext = " + text + "\nwith = " + text + "\nreason = \"\"\n";
  }

  function links(unit, menu) {
    var files = document.querySelector(".dz-files");
    var data = files ? files.dataset : {};
    var at = (menu.dataset.at || "0 0").split(" ");
    var made = [];
    function offer(template, values, chinese, english) {
      if (template && /^https?:/i.test(template)) { made.push(entry(address(template, values), chinese, english)); }
    }
    if (at[0] !== "0") { offer(data.dzEdit, { line: at[0] }, "修改这段译文", "Edit this translation"); }
    offer(data.dzIssue, complaint(unit, data.dzReport), "英文有误", "The English is wrong");
    offer(data.dzFix, { line: 1, body: correction(unit), title: "" }, "中文有误", "The Chinese is wrong");
    if (at[1] !== "0") {
      offer(data.dzRaw, { line: at[1] }, "原始文档第 " + at[1] + " 行", "Raw document, line " + at[1]);
    }
    var guide = document.querySelector("a.dz-guide");
    if (guide) { made.push(entry(guide.href, "怎样改译文", "How to mend the English")); }
    return made;
  }

  function fill(menu) {
    var unit = menu.closest("[id^='u-']") || menu.parentNode.previousElementSibling;
    var status = menu.querySelector("p");
    if (!unit || menu.dataset.filled) { return; }
    menu.dataset.filled = "1";
    var known = STATUS[unit.parentNode.querySelector("#" + unit.id + " .dz-gloss, #" + unit.id + " + .dz-at + .dz-gloss") ? "gloss" : unit.dataset.status];
    if (known) { status.append(document.createElement("br"), span("zh-Hans", known[0]), " ", span("en", known[1])); }
    var list = document.createElement("ul");
    links(unit, menu).forEach(function (link) {
      var item = document.createElement("li");
      item.append(link);
      list.append(item);
    });
    [
      [["复制引文", "Copy with its source"], function () { copy(quotation(unit), unit, menu); }],
      [["引用格式：BibTeX、CSL-JSON", "Cite: BibTeX, CSL-JSON"], function () { quote(unit, leave(menu)); }],
      [["复制链接", "Copy link"], function () { copy(place(unit), unit, menu); }]
    ].forEach(function (offer) {
      var button = reading.make("button", { type: "button" }, offer[0]), item = document.createElement("li");
      button.addEventListener("click", offer[1]);
      item.append(button);
      list.append(item);
    });
    menu.append(list);
  }

  function quotation(unit) {
    var title = document.querySelector("h1");
    var heads = title ? [side(title, "zh"), honest(title)].filter(Boolean).join(" / ") : document.title;
    return [side(unit, "zh"), honest(unit), heads, place(unit)].filter(Boolean).join("\n\n") + "\n";
  }

  /* Where nothing can be copied the dialog shows the text, to be copied by hand. */
  function copy(text, unit, menu) {
    reading.copy(text).then(function () {
      /* Who has shut it meanwhile is somewhere else. */
      if (menu.open) { leave(menu); }
      reading.say(["已复制", "Copied"]);
    }, function () { quote(unit, leave(menu)); });
  }

  /* Shuts it; whoever used it by keyboard stays at its place, which it gives. */
  function leave(menu) {
    var summary = menu.querySelector("summary");
    menu.open = false;
    summary.focus({ preventScroll: true });
    return summary;
  }

  /* The dialog, and afterwards the focus to where it was asked for. */
  function quote(unit, from) {
    reading.load("cite", "quote").then(function () { window.duizhaoQuote(unit, from); }, function () { /* said by load */ });
  }
  reading.quote = quote;

  function shut(except) {
    document.querySelectorAll(".dz-more[open]").forEach(function (menu) { if (menu !== except) { menu.open = false; } });
  }

  /* “toggle” does not bubble. */
  document.addEventListener("toggle", function (event) {
    var menu = event.target;
    if (menu.matches && menu.matches(".dz-more") && menu.open) { fill(menu); shut(menu); }
  }, true);
  document.addEventListener("click", function (event) {
    var menu = event.target.closest(".dz-more");
    shut(menu);
    /* At once, as “toggle” comes later: who opens it by key may press Tab before. */
    if (menu && event.target.closest("summary")) { fill(menu); }
  });
  document.addEventListener("keydown", function (event) {
    var menu = event.key === "Escape" && document.querySelector(".dz-more[open]");
    if (menu) { leave(menu); }
  });

  document.querySelectorAll("a.dz-anchor").forEach(function (link) { link.setAttribute("aria-haspopup", "dialog"); });
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a.dz-anchor");
    var unit = link && link.closest(".dz-unit");
    /* A press with a key held opens a tab or saves, as on any link. */
    if (unit && !(event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)) { quote(unit, link); }
  });
})();
