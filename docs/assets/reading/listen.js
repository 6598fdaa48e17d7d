/* Reads a report aloud with the voices of the browser: Chinese, English, or each paragraph in both. Loaded when it is
   first asked for. A pause stops the voice and goes on with the sentence: the browsers' own pause is lost on phones. */
(function () {
  "use strict";
  var reading = window.duizhaoReading, synthesis = window.speechSynthesis;
  var RATES = ["0.7", "0.85", "1", "1.2"];
  /* Drawn here: not every font has these signs. */
  var SIGNS = {
    back: "M3 2h2v12H3zM14 2v12L6 8z", next: "M11 2h2v12h-2zM2 2l8 6-8 6z", pause: "M3 2h4v12H3zM9 2h4v12H9z", play: "M3 1l11 7-11 7z",
    stop: "M3 3h10v10H3z"
  };
  var still = window.matchMedia("(prefers-reduced-motion: reduce)");
  var voices, bar, parts = {};
  /* Where it is: the block, and which of its pieces; `turn` tells the end of a piece from one that was broken off. */
  var state = { block: null, pieces: [], at: 0, playing: false, turn: 0 };

  /* 1 the voice */

  function languages() {
    var wanted = parts.language.value;
    return wanted === "both" ? ["zh", "en"] : [wanted];
  }

  /* What of a block is read, in order. */
  function pieces(block) {
    var found = [];
    languages().forEach(function (language) {
      window.duizhaoVoices.sentences(reading.side(block, language)).forEach(function (text) { found.push({ text: text, language: language }); });
    });
    return found;
  }

  function mark(block) {
    if (state.block && state.block !== block) {
      state.block.classList.remove("dz-spoken");
      state.block.removeAttribute("aria-current");
    }
    state.block = block;
    if (!block) { return; }
    block.classList.add("dz-spoken");
    block.setAttribute("aria-current", "true");
    var box = block.getBoundingClientRect(), room = bar.getBoundingClientRect().top;
    if (box.top < reading.top() || box.bottom > room) {
      var to = Math.min(box.top - reading.top() - 16, Math.max(box.top - (room - box.height) / 2, 0));
      window.scrollBy({ top: box.height > room ? box.top - reading.top() - 16 : to, behavior: still.matches ? "instant" : "smooth" });
    }
  }

  function speak() {
    var turn = state.turn += 1, piece = state.pieces[state.at];
    synthesis.cancel();
    if (!piece) { move(1, true); return; }
    var said = new SpeechSynthesisUtterance(piece.text);
    said.voice = voices[piece.language];
    said.lang = said.voice.lang;
    said.rate = Number(parts.rate.value);
    said.onend = function () {
      if (turn !== state.turn || !state.playing) { return; }
      state.at += 1;
      speak();
    };
    said.onerror = function (event) {
      if (turn !== state.turn || event.error === "interrupted" || event.error === "canceled") { return; }
      pause();
      reading.say(["朗读中断：" + event.error, "Reading aloud stopped: " + event.error]);
    };
    synthesis.speak(said);
  }

  /* 2 play, pause, stop, and the paragraph before or behind */

  function play() { state.playing = true; show(); mark(state.block); speak(); }

  function pause() {
    state.playing = false;
    state.turn += 1;
    synthesis.cancel();
    show();
  }

  function begin(block) {
    mark(block);
    state.pieces = pieces(block);
    state.at = 0;
    play();
  }

  function stop() {
    pause();
    mark(null);
    bar.hidden = true;
    reading.listenButton().focus({ preventScroll: true });
  }

  /* On to the next block that can be seen and has something to read; at the end of the report it stops. */
  function move(step, goingOn) {
    var all = reading.blocks(), at = all.indexOf(state.block) + step;
    while (all[at] && !(all[at].getClientRects().length && pieces(all[at]).length)) { at += step; }
    if (all[at]) { begin(all[at]); } else if (goingOn) { stop(); }
  }

  function again() {
    if (!state.block) { return; }
    state.pieces = pieces(state.block);
    state.at = 0;
    if (state.playing) { speak(); }
  }

  /* 3 the bar */

  function sign(name) {
    var made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    var path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    made.setAttribute("viewBox", "0 0 16 16");
    made.setAttribute("aria-hidden", "true");
    path.setAttribute("d", SIGNS[name]);
    made.append(path);
    return made;
  }

  function button(name, words, act) {
    var made = reading.make("button", { type: "button", class: "dz-player__" + name });
    made.append(sign(name), reading.make("span", { class: "dz-player__label" }, words));
    made.addEventListener("click", act);
    return made;
  }

  function select(name, words, options, value) {
    var label = reading.make("label", { class: "dz-player__" + name }, words), made = document.createElement("select");
    options.forEach(function (option) { made.add(new Option(option[1], option[0])); });
    made.value = value;
    label.append(" ", made);
    parts[name] = made;
    return label;
  }

  function build() {
    bar = reading.make("section", { class: "dz-player", "aria-label": "朗读 Reading aloud" });
    parts.back = button("back", ["上一段", "Previous paragraph"], function () { move(-1, false); });
    parts.play = button("play", ["暂停", "Pause"], function () { if (state.playing) { pause(); } else { play(); } });
    parts.next = button("next", ["下一段", "Next paragraph"], function () { move(1, false); });
    parts.stop = button("stop", ["停止", "Stop"], stop);
    var choices = [["zh", "中文 Chinese"], ["en", "英文 English"], ["both", "中英 Both"]];
    var rate = select("rate", ["速度", "Speed"], RATES.map(function (value) { return [value, value + "×"]; }), "1");
    var language = select("language", ["语言", "Language"], choices, voices.en && reading.chosen("view") === "en" ? "en" : "zh");
    if (!voices.en) { Array.from(parts.language.options).slice(1).forEach(function (option) { option.disabled = true; }); }
    parts.rate.addEventListener("change", function () { if (state.playing) { speak(); } });
    parts.language.addEventListener("change", again);
    bar.append(parts.back, parts.play, parts.next, parts.stop, rate, language);
    bar.addEventListener("keydown", function (event) { if (event.key === "Escape") { stop(); } });
    document.body.append(bar);
  }

  function show() {
    var words = state.playing ? ["暂停", "Pause"] : ["继续", "Go on"];
    parts.play.firstChild.replaceWith(sign(state.playing ? "pause" : "play"));
    parts.play.lastChild.replaceChildren.apply(parts.play.lastChild, reading.pair(words));
  }

  /* 4 asked for: begins at the block under the reader's eyes, or pauses, or goes on */

  function listen() {
    if (!voices.zh) {
      reading.say(["这里没有中文（普通话）语音，无法朗读：可在系统的语音设置里安装", "No Mandarin voice here to read aloud with: one can be installed in the system’s speech settings"]);
      reading.listenButton().setAttribute("aria-disabled", "true");
      return;
    }
    if (!bar) { build(); }
    if (!bar.hidden && state.block) { if (state.playing) { pause(); } else { play(); } return; }
    bar.hidden = false;
    var from = reading.blockAt();
    begin(from && window.scrollY > 0 ? from : reading.blocks()[0]);
    parts.play.focus({ preventScroll: true });
  }

  window.addEventListener("pagehide", function () { if (state.playing) { pause(); } });

  var finding = false;
  window.duizhaoListen = function () {
    if (voices) { listen(); return; }
    /* The browser may take its time to tell its voices: who asks again means no pause. */
    if (finding) { return; }
    finding = true;
    window.duizhaoVoices.find().then(function (found) {
      finding = false;
      voices = found;
      listen();
      /* A voice may yet be installed. */
      if (!found.zh) { voices = null; }
    });
  };
})();
