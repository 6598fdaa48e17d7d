/* The browser's voices: which one reads Chinese, which English. */
(function () {
  "use strict";
  var WAIT = 1500;

  /* Mandarin as it is spoken on the mainland before that of Taiwan; Cantonese reads other sounds than the pinyin. */
  var WANTED = {
    zh: [/^(zh|cmn)([-_](Hans|CN)\b.*)?$/i, /^zh[-_]SG/i, /^(zh|cmn)[-_](Hant[-_])?TW/i],
    en: [/^en[-_](GB|US)/i, /^en\b/i]
  };

  function choose(voices, language) {
    for (var at = 0; at < WANTED[language].length; at += 1) {
      var fitting = voices.filter(function (voice) { return WANTED[language][at].test(voice.lang); });
      if (fitting.length) {
        /* One of the machine's own works without a network and tells nobody what is read. */
        return fitting.find(function (voice) { return voice.localService && voice.default; }) ||
          fitting.find(function (voice) { return voice.localService; }) || fitting[0];
      }
    }
    return null;
  }

  /* Browsers make their list after the first question, some never say when. Gives a promise of { zh, en }, null for a
     language without a voice. */
  function find() {
    var synthesis = window.speechSynthesis;
    if (!synthesis || !window.SpeechSynthesisUtterance) { return Promise.resolve({ zh: null, en: null }); }
    return new Promise(function (resolve) {
      function answer() {
        var voices = synthesis.getVoices();
        resolve({ zh: choose(voices, "zh"), en: choose(voices, "en") });
      }
      if (synthesis.getVoices().length) { answer(); return; }
      synthesis.addEventListener("voiceschanged", answer, { once: true });
      setTimeout(answer, WAIT);
    });
  }

  /* A text in pieces of a sentence or so: some browsers fall silent in long ones, and a pause goes on with the piece. */
  function sentences(text) {
    var found = text.match(/[^。！？；!?;]*?(?:[。！？；!?;]+|\.(?=\s))["”’」』）)]*\s*|.+$/gs);
    return (found || []).map(function (part) { return part.trim(); }).filter(Boolean);
  }

  window.duizhaoVoices = { find: find, sentences: sentences, choose: choose };
})();
