/* Marks what was searched for on the page that a hit leads to, across the borders of words and their pinyin. */

import { folded, learnSimplified, runs } from "./units.js";
import { isPinyin, readings } from "./pinyin.js";

const SKIPPED = "rt, rp, script, style, button, nav, .dz-more, .dz-switch, .dz-mark, .headerlink";

export async function mark(query) {
  const root = document.querySelector("article");
  if (!root) { return; }
  if (/[\u3400-\u9fff]/.test(query)) { await traditional(); }
  const latin = !/[\u3007\u3400-\u9fff]/.test(query);
  const wanted = query.split(/\s+/u).flatMap((part) => runs(part)).map((run) => folded(query).text && run.map((unit) => unit.text).join(""));
  root.querySelectorAll("p, li, td, th, h1, h2, h3, h4, h5, dt, dd, summary, figcaption").forEach((block) => {
    if (block.querySelector("p, li, td")) { return; }
    wanted.filter(Boolean).forEach((text) => markText(block, text, latin));
    if (latin && isPinyin(query)) { markPinyin(block, readings(query)); }
  });
}

/* Their table comes with the search; a text in simplified characters does without. */
async function traditional() {
  const address = new URL("../../search/simplified.json", import.meta.url);
  try {
    const answer = await fetch(address);
    if (answer.ok) { learnSimplified(...await answer.json()); }
  } catch (error) { /* then only what is written as it was typed is marked */ }
}

/* The text of a block without pinyin, and the text nodes that it comes from. */
function nodes(block) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, {
    acceptNode: (node) => (node.parentElement.closest(SKIPPED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT)
  });
  const found = [];
  let length = 0;
  while (walker.nextNode()) {
    found.push({ node: walker.currentNode, start: length });
    length += walker.currentNode.data.length;
  }
  return found;
}

function markText(block, wanted, latin) {
  const parts = nodes(block);
  const { text, places } = folded(parts.map((part) => part.node.data).join(""));
  const spans = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    const inWord = latin && /[a-z]/.test(wanted) && /[a-z]/.test(text[at - 1] || "");
    if (!inWord) { spans.push([places[at], places[at + wanted.length]]); }
  }
  wrap(parts, spans);
}

function wrap(parts, spans) {
  spans.reverse().forEach(([start, end]) => {
    parts.slice().reverse().forEach(({ node, start: begins }) => {
      const from = Math.max(start - begins, 0), to = Math.min(end - begins, node.data.length);
      if (from >= to) { return; }
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      const hit = document.createElement("mark");
      hit.className = "dz-hit";
      range.surroundContents(hit);
    });
  });
}

/* Words whose pinyin one after the other is what was typed. */
function markPinyin(block, ways) {
  const rubies = Array.from(block.querySelectorAll("ruby"));
  const spoken = rubies.map((ruby) => Array.from(ruby.querySelectorAll("rt"), (rt) => rt.textContent).join("").normalize("NFD")
    .toLowerCase().replace(/u\u0308/g, "v").replace(/[^a-z]/g, ""));
  ways.map((way) => way.join("")).forEach((typed) => {
    rubies.forEach((ruby, at) => {
      let joined = "", end = at;
      while (end < rubies.length && joined.length < typed.length && typed.startsWith(joined)) { joined += spoken[end]; end += 1; }
      if (joined === typed) { rubies.slice(at, end).forEach((one) => one.classList.add("dz-hit")); }
    });
  });
}
