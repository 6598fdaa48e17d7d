/* Quotations of a paragraph and citations of its report: as text, BibTeX and CSL-JSON, in Chinese, English or both.
   Pure: from a source (what is cited) to a text. A source is

     { id, url, site, titles: {zh, en}, texts: {zh, en}, caveat, titleCaveat, authors: […], date, publisher, today }

   with `date` as YYYY, YYYY-MM or YYYY-MM-DD, or empty, and `today` (when it was read) the same. */
(function () {
  "use strict";

  /* 1 what all three have */

  function both(source, language) { return language === "both" && source.titles.zh && source.titles.en; }

  /* The title as it is cited: of a Chinese work in both languages, the English follows in brackets. */
  function title(source, language) {
    if (both(source, language)) { return source.titles.zh + " [" + source.titles.en + "]"; }
    return (language === "en" ? source.titles.en || source.titles.zh : source.titles.zh || source.titles.en);
  }

  function quoted(source, language) {
    var zh = language !== "en" && source.texts.zh, en = language !== "zh" && source.texts.en;
    /* A paragraph without English is quoted as it is. */
    return [zh || (!en && source.texts.zh), en && en + source.caveat].filter(Boolean);
  }

  /* The English of a title is no person's: said where the English is cited. */
  function note(source, language) {
    return language !== "zh" && source.titles.en ? source.titleCaveat.replace(/[[\]]/g, "").trim() : "";
  }

  function language(source, wanted) { return wanted === "en" && source.titles.en ? "en" : "zh-CN"; }

  /* 2 text */

  function text(source, wanted) {
    var chinese = [source.authors.join("、"), "《" + source.titles.zh + "》", source.publisher, source.date];
    var english = [source.authors.join(", "), "“" + source.titles.en + "”" + source.titleCaveat, source.publisher, source.date];
    var lines = quoted(source, wanted);
    if (wanted !== "en" || !source.titles.en) { lines.push("—— " + chinese.filter(Boolean).join("，")); }
    if (wanted !== "zh" && source.titles.en) { lines.push("— " + english.filter(Boolean).join(", ")); }
    return lines.concat(source.site + ", " + source.url).join("\n\n") + "\n";
  }

  /* 3 BibTeX (fields of BibLaTeX; BibTeX passes over those that it does not know) */

  var SPECIAL = {
    "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "%": "\\%", "&": "\\&", "$": "\\$", "#": "\\#", "_": "\\_",
    "~": "\\textasciitilde{}", "^": "\\textasciicircum{}"
  };
  function escaped(value) { return value.replace(/[\\{}%&$#_~^]/g, function (char) { return SPECIAL[char]; }); }

  function key(source) { return source.id.normalize("NFKD").replace(/[^A-Za-z0-9-]+/g, "-").replace(/^-+|-+$/g, "") || "duizhao"; }

  function bibtex(source, wanted) {
    var main = both(source, wanted) ? source.titles.zh : title(source, wanted);
    var fields = [
      /* In braces of their own: a Chinese name is one, whatever spaces it has, and capitals stay. */
      ["author", source.authors.map(function (name) { return "{" + escaped(name) + "}"; }).join(" and ")],
      ["title", "{" + escaped(main) + "}"],
      ["titleaddon", both(source, wanted) ? escaped("[" + source.titles.en + "]") : ""],
      ["journal", escaped(source.publisher)],
      ["date", source.date],
      ["year", source.date.slice(0, 4)],
      ["organization", escaped(source.site)],
      ["url", source.url],
      ["urldate", source.today],
      ["langid", language(source, wanted) === "en" ? "english" : "chinese"],
      ["note", escaped(note(source, wanted))],
      ["annotation", escaped(quoted(source, wanted).join(" / "))]
    ];
    return "@" + (source.publisher ? "article" : "online") + "{" + key(source) + ",\n" + fields.filter(function (field) {
      return field[1] && field[1] !== "{}";
    }).map(function (field) {
      return "  " + field[0] + " = {" + field[1] + "}";
    }).join(",\n") + "\n}\n";
  }

  /* 4 CSL-JSON (schema 1.0.2) */

  function parts(date) { return date ? { "date-parts": [date.split("-").map(Number)] } : undefined; }

  function csl(source, wanted) {
    var item = {
      id: key(source),
      type: source.publisher ? "article-newspaper" : "webpage",
      title: title(source, wanted),
      "original-title": wanted === "en" && source.titles.en ? source.titles.zh : undefined,
      author: source.authors.length ? source.authors.map(function (name) { return { literal: name }; }) : undefined,
      "container-title": source.publisher || source.site,
      source: source.publisher ? source.site : undefined,
      issued: parts(source.date),
      accessed: parts(source.today),
      URL: source.url,
      language: language(source, wanted),
      note: note(source, wanted) || undefined,
      annote: quoted(source, wanted).join("\n\n") || undefined
    };
    return JSON.stringify([item], null, 2) + "\n";
  }

  window.duizhaoCite = { text: text, bibtex: bibtex, csl: csl };
})();
