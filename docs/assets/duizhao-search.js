/* Small repairs to Material's search, on the way of each query to its worker (Material 9; should its
   messages change one day, the query simply goes through as it is):
   - pinyin may be typed with tones: jīcéng is looked up as jiceng;
   - Material looks for known words in a run of Chinese characters, but never tries the run as a whole, so that
     a search for 一肩挑 became one for everything with 一. A character that is in no text, put behind the run,
     makes it try;
   - figures are parted from the Chinese that follows them, as they are in the index;
   - a run that begins with no known word is left to Material, which then looks for words that begin with it;
   - text that is pasted with the mouse, dictated or put in by an input method counts without a key pressed. */
(function () {
  "use strict";
  var SETUP = 0, QUERY = 2, NOWHERE = "\u9f98";
  var words = new Set();
  if (typeof Worker === "undefined") { return; }

  /* The index holds Chinese cut into words by U+200B: every run of characters in it is a word. */
  function learn(docs) {
    docs.forEach(function (doc) {
      ((doc.title + " " + doc.text).match(/\p{Script=Han}+/gu) || []).forEach(function (word) { words.add(word); });
    });
  }

  function withoutTones(text) {
    return text.normalize("NFD").replace(/([a-z])[\u0300-\u0304\u030c]/gi, "$1").normalize("NFC").replace(/ü/g, "v");
  }

  /* The index parts figures and Latin words from Chinese: 3.7亿元 is looked up as 3.7 亿元. */
  function apart(text) {
    return text.replace(/([0-9A-Za-z%])(?=\p{Script=Han})/gu, "$1 ").replace(/(\p{Script=Han})(?=[0-9A-Za-z])/gu, "$1 ");
  }

  function beginsWithWord(run) {
    for (var end = run.length; end > 0; end -= 1) { if (words.has(run.slice(0, end))) { return true; } }
    return false;
  }

  function repair(query) {
    return apart(withoutTones(query)).replace(/\p{Script=Han}+/gu, function (run) {
      return beginsWithWord(run) ? run + NOWHERE : run;
    });
  }

  document.addEventListener("input", function (event) {
    if (event.target.matches && event.target.matches(".md-search__input")) {
      event.target.dispatchEvent(new Event("keyup"));
    }
  });

  var post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message) {
    var sent = Array.prototype.slice.call(arguments);
    try {
      if (message && message.type === SETUP && message.data && message.data.docs) { learn(message.data.docs); }
      if (message && message.type === QUERY && typeof message.data === "string") {
        sent[0] = { type: QUERY, data: repair(message.data) };
      }
    } catch (error) { sent[0] = message; }
    return post.apply(this, sent);
  };
})();
