/* Pinyin as it is typed, divided into syllables: the counterpart of build_scripts/search/syllables.py. */

let syllables = new Set();
/* The syllables there are, from the file that the index comes with: without them no query is pinyin. */
export function learnSyllables(all) { syllables = new Set(all); }

const ENDED = "0", INITIALS = "1", MOST = 12;

/* Letters only, without tones, ü as v: xiāngcūn, xiang1cun1, lü, lu: and nüe become what the index has. */
export function toneless(text) {
  return text.normalize("NFD").toLowerCase().replace(/u\u0308|u:/g, "v").replace(/\p{M}/gu, "").replace(/([a-z])[1-5]/g, "$1 ")
    .replace(/[’']/g, " ").trim();
}

/* Whether a query can be pinyin at all: Latin letters, tones, apostrophes, spaces. */
export function isPinyin(query) { return /^[a-z ]+$/.test(toneless(query)); }

/* Each way to read a query as syllables; xian is xian, and xi an. */
export function readings(query) {
  return toneless(query).split(/ +/).reduce((before, part) => {
    const ways = divided(part);
    return before.flatMap((one) => ways.map((way) => one.concat(way))).slice(0, MOST);
  }, [[]]).filter((one) => one.length);
}

/* Of the readings those in which nothing is a consonant by itself, if there are such: xing is no xi ng, but yidianr is yi dian r. */
export function likely(ways) {
  const whole = ways.filter((way) => way.every((one) => /[aeiouv]/.test(one)));
  return whole.length ? whole : ways;
}

function divided(letters) {
  if (!letters) { return [[]]; }
  const found = [];
  for (let end = Math.min(6, letters.length); end > 0; end -= 1) {
    if (syllables.has(letters.slice(0, end))) {
      divided(letters.slice(end)).slice(0, MOST).forEach((rest) => found.push([letters.slice(0, end), ...rest]));
    }
  }
  return found;
}

/* The phrase for syllables: pairs; of one alone, the beginning of every pair. `reach`: the characters that a token takes in. */
export function syllablePhrase(spoken) {
  return spoken.length < 2 ? { tokens: [spoken[0] + ENDED], begins: true, reach: 1 }
    : { tokens: spoken.slice(1).map((other, at) => spoken[at] + ENDED + other + ENDED), begins: false, reach: 2 };
}

/* The initials of syllables, as people type them (xczx); in threes, as in the index. */
export function initialPhrase(query) {
  const letters = toneless(query).replace(/ /g, "");
  if (!/^[abcdefghjklmnopqrstwxyz]{2,}$/.test(letters)) { return null; }
  return letters.length < 3 ? { tokens: [letters], begins: true, reach: letters.length }
    : { tokens: Array.from({ length: letters.length - 2 }, (_, at) => letters.slice(at, at + 3) + INITIALS), begins: false, reach: 3 };
}
