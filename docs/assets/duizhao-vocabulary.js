/* The words of a report. */

/* The list of all words: each leads to where it stands first. Hundreds of addresses are worked out when the list is
   opened, and not carried by every page. The list is made by publish/wordlist.py. */
(function () {
  "use strict";
  var list = document.querySelector("#words ~ .dz-words");
  var MARKS = /^[“‘「『"']|[”’」』"']$/g;
  if (!list) { return; }

  function key(word, pinyin) { return word.trim().replace(MARKS, "") + "\t" + pinyin.replace(MARKS, ""); }

  function link() {
    var first = new Map();
    document.querySelectorAll(".dz-unit[id] > .dz-zh ruby, .dz-heading[id^='u-']:not(.dz-title) > .dz-zh ruby").forEach(function (ruby) {
      var word = key(ruby.firstChild.textContent, ruby.lastChild.textContent);
      if (!first.has(word)) { first.set(word, ruby.closest("[id]").id); }
    });
    list.querySelectorAll(":scope > p").forEach(function (item) {
      var anchor = first.get(key(item.firstChild.textContent, item.lastChild.textContent));
      if (!anchor) { return; }
      var made = document.createElement("a");
      made.href = "#" + anchor;
      made.append.apply(made, Array.from(item.childNodes));
      item.append(made);
    });
  }

  if (list.open) { link(); } else { list.addEventListener("toggle", link, { once: true }); }
})();

/* The vocabulary as files: CSV for spreadsheets, and a text file for Anki, made here of the table and the
   text of the page, in the order in which the reader has sorted it. `duizhao vocabulary` writes the same
   (exchange/flashcards.py). */
(function () {
  "use strict";
  var box = document.querySelector(".dz-vocabulary");
  if (!box) { return; }
  var COLUMNS = ["word", "pinyin", "sense", "hsk", "count", "example", "translation", "status", "source"];
  var FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;

  function cells(row) {
    return Array.from(row.cells).map(function (cell) {
      var copy = cell.cloneNode(true);
      copy.querySelectorAll("small").forEach(function (note) { note.remove(); });
      return copy.textContent.trim();
    });
  }

  /* As in annotate/sentences.py, where semicolons part nothing. */
  function trimmed(parts) { return parts.map(function (part) { return part.trim(); }).filter(Boolean); }
  function chinese(text) { return trimmed(text.match(/[^。！？!?\n]*(?:[。！？!?]+[”’」』）》】〉)"']*|\n|$)/g) || []); }
  function english(text) {
    var parts = [], done = 0;
    var end = /(?:[.!?](?<!\b[A-Z]\.)(?<!\b(?:Mr|Ms|Dr|No|St|vs)\.)(?<!\b(?:e\.g|i\.e)\.)[”’"')\]*]*\s+(?=[“‘"'(\[*]*[A-Z0-9])|;\s+|\n+)/g;
    for (var found = end.exec(text); found; found = end.exec(text)) {
      if (found[0][0] === ";") { continue; }
      parts.push(text.slice(done, end.lastIndex));
      done = end.lastIndex;
    }
    return trimmed(parts.concat(text.slice(done)));
  }
  function example(zh, en, word) {
    var ours = chinese(zh), theirs = english(en);
    var at = ours.findIndex(function (sentence) { return sentence.indexOf(word) >= 0; });
    if (at < 0) { return [zh.trim(), en.trim()]; }
    return [ours[at], (ours.length === theirs.length ? theirs[at] : en).trim()];
  }
  /* The end of what is as in annotate/sentences.py. */

  function status(unit) {
    var machine = unit.querySelector(".dz-mark--machine") && unit.dataset.status !== "machine";
    return unit.dataset.status + (machine ? " machine" : "");
  }

  function record(row) {
    var told = cells(row), anchor = row.querySelector("a").hash.slice(1);
    var unit = document.getElementById(decodeURIComponent(anchor));
    var texts = unit ? example(window.duizhaoReading.side(unit, "zh"), window.duizhaoReading.side(unit, "en"), told[0]) : ["", ""];
    return [told[0], told[1], told[3], told[2] === "–" ? "" : told[2], told[4]].concat(texts, [unit ? status(unit) : "", box.dataset.dzReport + "#" + anchor]);
  }

  /* What a spreadsheet would take for a formula begins with an apostrophe, as in exchange/escaping.py. */
  function csv(rows) {
    return "\ufeff" + [COLUMNS].concat(rows).map(function (row) {
      return row.map(function (text) {
        var safe = FORMULA.test(text) ? "'" + text : text;
        return /[",\r\n]/.test(safe) ? '"' + safe.replace(/"/g, '""') + '"' : safe;
      }).join(",") + "\r\n";
    }).join("");
  }

  function anki(rows) {
    var head = ["#separator:tab", "#html:false", "#columns:" + COLUMNS.concat("tags").join("\t"), "#tags column:" + (COLUMNS.length + 1)];
    return head.concat(rows.map(function (row) {
      return row.concat("duizhao " + box.dataset.dzReport).map(function (text) {
        var flat = text.replace(/\s+/g, " ");
        return /^#|"/.test(flat) ? '"' + flat.replace(/"/g, '""') + '"' : flat;
      }).join("\t");
    })).join("\n") + "\n";
  }

  function save(name, text, type) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: type }));
    link.download = name;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }

  box.addEventListener("click", function (event) {
    var button = event.target.closest("[data-dz-export]");
    if (!button) { return; }
    var rows = Array.from(box.querySelectorAll("tbody tr")).map(record), name = box.dataset.dzReport;
    if (button.dataset.dzExport === "csv") { save(name + ".csv", csv(rows), "text/csv;charset=utf-8"); }
    else { save(name + ".anki.txt", anki(rows), "text/plain;charset=utf-8"); }
  });

  box.querySelector(".dz-vocabulary__tools").hidden = false;
})();
