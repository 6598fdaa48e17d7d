/* How a query is divided: exactly as build_scripts/search/units.py and tokens.py divide the texts (tests/search/ hold both to
   one table). */

const HAN = "\\u3007\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{323af}";
const ODD = /[^\0-\x7f\u2010-\u2027\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff5e]/u;
const WIDE = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a＋％＝＆／．＃＠＄～＊＿－]/u;
const LETTER = `(?:(?![${HAN}\\ua000-\\ua4ff])[\\p{L}\\p{Nl}\\p{No}])`;
const UNIT = new RegExp(
  `(?<han>[${HAN}])|(?<figure>\\p{Nd})|(?<sign>[+%&=/·×±°$#@~*_\\-]|(?<=\\p{Nd})[.,:](?=\\p{Nd}))|(?<word>${LETTER}+(?:['’]${LETTER}+)*)`, "gu");
const SIGN_LETTERS = 0xa000;

let simplified = new Map();
/* Traditional characters are known once their table is loaded: only who types them needs it. */
export function learnSimplified(traditional, simple) {
  const other = Array.from(simple);
  simplified = new Map(Array.from(traditional, (character, at) => [character, other[at]]));
}

function form(character) {
  if (ODD.test(character)) { character = character.normalize("NFKC"); }
  return Array.from(character, (part) => {
    const narrow = WIDE.test(part) ? String.fromCharCode(part.charCodeAt(0) - 0xfee0) : part;
    return Array.from(narrow.toLowerCase(), (low) => simplified.get(low) || low).join("");
  }).join("");
}

/* A text in the form in which it is looked up, and the place of each UTF-16 unit of it in the text. */
export function folded(text) {
  let made = "";
  const places = [];
  let place = 0;
  for (const character of text) {
    const part = form(character);
    for (let at = 0; at < part.length; at += 1) { places.push(place); }
    made += part;
    place += character.length;
  }
  places.push(text.length);
  return { text: made, places };
}

/* The runs of units in a text. With `joined`, as in texts, a space between Chinese and what is not parts nothing. */
export function runs(text) {
  const { text: made, places } = folded(text);
  const found = [];
  let run = [];
  for (const match of made.matchAll(UNIT)) {
    const kind = Object.keys(match.groups).find((name) => match.groups[name] !== undefined);
    const unit = { text: match[0].replace(/’/g, "'"), kind, start: places[match.index], end: places[match.index + match[0].length] };
    if (run.length && !touch(run[run.length - 1], unit, text)) { found.push(run); run = []; }
    run.push(unit);
  }
  found.push(run);
  return found.map(trimmed).filter((one) => one.length);
}

function touch(before, unit, text) {
  const between = text.slice(before.end, unit.start);
  if (!between) { return true; }
  const kinds = [before.kind, unit.kind];
  return before.kind !== unit.kind && kinds.includes("han") && !kinds.includes("sign") && /^[ \u00a0]+$/.test(between);
}

function trimmed(run) {
  let first = 0, last = run.length;
  while (first < last && run[first].kind === "sign") { first += 1; }
  while (first < last && run[last - 1].kind === "sign" && !"%°".includes(run[last - 1].text)) { last -= 1; }
  return run.slice(first, last);
}

function letter(unit) {
  return unit.kind === "sign" ? Array.from(unit.text, (sign) => String.fromCharCode(SIGN_LETTERS + sign.charCodeAt(0))).join("") : unit.text;
}

/* The phrases that a query asks for, each as {tokens, begins}; all must be in a page that answers. One unit alone asks for every
   pair that begins with it. */
export function phrases(query) {
  return query.split(/\s+/u).flatMap((part) => runs(part)).map((run) => {
    const letters = run.map(letter);
    return letters.length < 2 ? { tokens: letters, begins: true }
      : { tokens: letters.slice(1).map((other, at) => letters[at] + other), begins: false };
  });
}
