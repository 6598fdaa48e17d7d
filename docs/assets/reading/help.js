/* The list of keyboard shortcuts, and the switch that turns them off. Loaded when it is first asked for. */
(function () {
  "use strict";
  var reading = window.duizhaoReading;
  /* The search's own, and those of the words (duizhao-search.js, duizhao-words.js). */
  var OTHERS = [
    [["/"], ["搜索", "Search"]],
    [["←", "→"], ["上一个词、下一个词", "Previous word, next word"]],
    [["Enter"], ["词的释义", "What the word means"]],
    [["Esc"], ["关闭", "Close"]]
  ];
  var dialog;

  function row(keys, words) {
    var made = document.createElement("tr"), head = reading.make("th", { scope: "row" });
    keys.forEach(function (name) {
      var key = document.createElement("kbd");
      key.textContent = name;
      head.append(key, " ");
    });
    var chinese = reading.make("td", { lang: "zh-Hans" }), english = reading.make("td", { lang: "en" });
    chinese.textContent = words[0];
    english.textContent = words[1];
    made.append(head, chinese, english);
    return made;
  }

  function build() {
    var table = document.createElement("table"), body = document.createElement("tbody");
    /* Figures come first in any object; the list begins with them. */
    Object.keys(reading.keys).forEach(function (name) { body.append(row([name.toUpperCase()], reading.keys[name][0])); });
    OTHERS.forEach(function (other) { body.append(row(other[0], other[1])); });
    table.append(body);
    var label = reading.make("label", { class: "dz-dialog__switch" }), box = reading.make("input", { type: "checkbox" });
    box.checked = !reading.keysOff();
    box.addEventListener("change", function () { reading.keysOff(!box.checked); });
    label.append(box);
    label.append.apply(label, reading.pair(["启用单键快捷键（“?”始终有效）", "Single-key shortcuts on (“?” always works)"]));
    dialog = reading.dialog("dz-keys", ["键盘快捷键", "Keyboard shortcuts"], [table, label]);
  }

  window.duizhaoHelp = function () {
    if (!dialog) { build(); }
    /* Asked for twice while it was loaded, it is there already. */
    if (!dialog.open) { dialog.showModal(); }
  };
})();
