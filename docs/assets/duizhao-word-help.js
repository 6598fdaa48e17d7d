/* What the pop-up of a word says, for duizhao-words.js. Loads nothing before it is asked: each word is in one of
   256 small scripts (assets/words/, made by publish/word_data.py), which load from the disk as well as from a server.
   Everything is put in as text, never as HTML. */
(function () {
  "use strict";
  var FILES = 256;
  var assets = new URL(".", document.currentScript.src);
  var known = new Map(), loading = new Map();

  /* 1 the words, loaded a file at a time */

  /* The same as file_of in publish/word_data.py. */
  function fileOf(word) {
    var found = 0;
    Array.from(word).forEach(function (char) { found = (found * 31 + char.codePointAt(0)) % 65521; });
    return found % FILES;
  }

  window.duizhaoWords = function (number, entries) {
    known.set(number, entries);
  };

  function load(number) {
    if (!loading.has(number)) {
      loading.set(number, new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        script.src = new URL("words/" + number + ".js", assets).href;
        script.onload = function () {
          script.remove();
          if (known.has(number)) { resolve(known.get(number)); } else { reject(new Error(script.src)); }
        };
        /* Asked again at the next tap: a reader may have been without a network. */
        script.onerror = function () { script.remove(); loading.delete(number); reject(new Error(script.src)); };
        document.head.append(script);
      }));
    }
    return loading.get(number);
  }

  function find(word, pinyin) {
    return load(fileOf(word)).then(function (entries) {
      var same = entries.filter(function (entry) { return entry.word === word; });
      return same.find(function (entry) { return entry.pinyin === pinyin; }) || same[0] || null;
    });
  }

  /* 2 its parts */

  function make(tag, lang, text, name) {
    var made = document.createElement(tag);
    if (lang) { made.lang = lang; }
    if (text) { made.textContent = text; }
    if (name) { made.className = name; }
    return made;
  }
  function both(node, chinese, english) {
    node.append(make("span", "zh-Hans", chinese), " ", make("span", "en", english));
    return node;
  }
  function link(href, chinese, english) {
    var made = both(document.createElement("a"), chinese, english);
    made.href = href;
    return made;
  }

  /* The address of a page of the site, written as the address of this page is. */
  function page(path, anchor) {
    var stem = path.replace(/\.md$/, ""), site = new URL("..", assets), style = location.pathname;
    if (/\.html?$/.test(style)) { stem += ".html"; } else if (/\/$/.test(style)) { stem = (stem + "/").replace(/(^|\/)index\/$/, "$1"); }
    var address = new URL(stem.split("/").map(encodeURIComponent).join("/"), site);
    if (anchor) { address.hash = anchor; }
    return address;
  }

  /* The word, its pinyin, and what else is known of it as a whole. */
  function title(word, pinyin, entry) {
    var name = make("b", "zh-Hans", word), made = [name];
    name.id = "dz-word-title";
    if (entry && entry.traditional) { made.push(" ", make("span", "zh-Hant", "〔" + entry.traditional + "〕")); }
    made.push(" ", make("i", "zh-Latn-pinyin", pinyin));
    if (entry && entry.hsk) { made.push(" ", make("span", "en", "HSK " + (entry.hsk === 7 ? "7–9" : entry.hsk), "dz-word__level")); }
    if (entry && entry.place) { made.push(" ", both(make("span", "", "", "dz-word__level"), "地名", "place")); }
    return made;
  }

  /* The head before anything is loaded: the title, and last the button that closes. */
  function head(word, pinyin, shut) {
    var made = make("div", "", "", "dz-word__head"), close = make("button", "", "×", "dz-word__close");
    close.type = "button";
    close.setAttribute("aria-label", "关闭 Close");
    close.addEventListener("click", shut);
    made.append.apply(made, title(word, pinyin, null).concat(close));
    return made;
  }

  function term(found, word) {
    var made = make("div", "", "", "dz-word__term"), name = make("p");
    name.append(make("b", "en", found.en));
    if (found.zh !== word) { name.append(" · ", make("span", "zh-Hans", found.zh)); }
    made.append(name);
    if (found.note[0]) { made.append(make("p", "zh-Hans", found.note[0])); }
    if (found.note[1]) { made.append(make("p", "en", found.note[1])); }
    made.append(link(page(found.page, found.anchor), "词汇条目", "Glossary entry"));
    return made;
  }

  function list(kind, items) {
    var made = document.createElement(kind);
    items.forEach(function (nodes) {
      var item = document.createElement("li");
      item.append.apply(item, nodes);
      made.append(item);
    });
    return made;
  }

  function told(entry, word) {
    var made = [];
    if (entry.term) { made.push(term(entry.term, word)); }
    if (entry.senses.length) { made.push(list("ol", entry.senses.map(function (sense) { return [make("span", "en", sense)]; }))); }
    if (entry.parts) {
      made.push(list("ul", entry.parts.map(function (part) {
        return [make("span", "zh-Hans", part[0]), " ", make("i", "zh-Latn-pinyin", part[1]), " ", make("span", "en", part[2])];
      })));
    }
    (entry.links || []).forEach(function (at) {
      var more = make("p");
      more.append(link(page(at.page, at.anchor), at.zh, at.en));
      made.push(more);
    });
    return made;
  }

  function actions(word, pinyin, entry) {
    var made = make("p", "", "", "dz-word__actions"), search = page("index.md");
    search.searchParams.set("q", word);
    made.append(link(search, "检索此词", "Search for it"));
    if (navigator.clipboard) {
      var copy = both(make("button"), "复制", "Copy");
      copy.type = "button";
      copy.addEventListener("click", function () {
        var senses = entry ? (entry.term ? [entry.term.en] : entry.senses) : [];
        navigator.clipboard.writeText([word, pinyin, senses.join("; ")].filter(Boolean).join("\t")).then(function () { copy.append(" ✓"); }, function () {});
      });
      made.append(" ", copy);
    }
    return made;
  }

  function source() {
    var made = make("p", "", "", "dz-word__source"), dictionary = make("a", "en", "CC-CEDICT"), licence = make("a", "en", "CC BY-SA 4.0");
    dictionary.href = "https://cc-cedict.org/";
    licence.href = "https://creativecommons.org/licenses/by-sa/4.0/";
    both(made, "释义", "Senses:").append(" ", dictionary, ", ", licence);
    return made;
  }

  function notice(chinese, english) { return both(make("p", "", "", "dz-word__notice"), chinese, english); }

  /* The whole below the head; ``entry`` is null where the word is in no dictionary, or could not be loaded. */
  function content(word, pinyin, entry, failed) {
    var parts = [];
    if (failed) { parts.push(notice("释义没有载入。", "The senses could not be loaded.")); }
    else if (!entry) { parts.push(notice("词典未收此词。", "Not in the dictionary.")); }
    else { parts = told(entry, word); }
    parts.push(actions(word, pinyin, entry));
    if (entry && entry.cedict) { parts.push(source()); }
    return parts;
  }

  /* What a screen reader says of a word that has the focus, once and politely. */
  function summary(entry, failed) {
    if (failed || !entry) { return failed ? "The senses could not be loaded." : "Not in the dictionary."; }
    var parts = (entry.parts || []).map(function (part) { return part[2]; }).filter(Boolean);
    return (entry.term ? entry.term.en : entry.senses[0]) || parts.join(" + ");
  }

  window.duizhaoWordHelp = { find: find, make: make, head: head, title: title, content: content, summary: summary, notice: notice };
})();
