/* Pinyin as it is typed, divided into syllables: the counterpart of build_scripts/search/syllables.py. */

const FINALS = `
:a ai an ang ao e ei en eng er o ou
b:a ai an ang ao ei en eng i ian iao ie in ing o u
p:a ai an ang ao ei en eng i ian iao ie in ing o ou u
m:a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u
f:a an ang ei en eng o ou u
d:a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo
t:a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo
n:a ai an ang ao e ei en eng i ia ian iang iao ie in ing iu ong ou u uan un uo v ve
l:a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve
g:a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
k:a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
h:a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo
j:i ia ian iang iao ie in ing iong iu u uan ue un
q:i ia ian iang iao ie in ing iong iu u uan ue un
x:i ia ian iang iao ie in ing iong iu u uan ue un
zh:a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo
ch:a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo
sh:a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo
r:an ang ao e en eng i ong ou u ua uan ui un uo
z:a ai an ang ao e ei en eng i ong ou u uan ui un uo
c:a ai an ang ao e en eng i ong ou u uan ui un uo
s:a ai an ang ao e en eng i ong ou u uan ui un uo
y:a an ang ao e i in ing o ong ou u uan ue un
w:a ai an ang ei en eng o u`;
const SYLLABLES = new Set(FINALS.trim().split("\n").flatMap((line) => {
  const [initial, finals] = line.split(":");
  return finals.split(" ").map((final) => initial + final);
}));
const ENDED = "0", MOST = 12;

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

function divided(letters) {
  if (!letters) { return [[]]; }
  const found = [];
  for (let end = Math.min(6, letters.length); end > 0; end -= 1) {
    if (SYLLABLES.has(letters.slice(0, end))) {
      divided(letters.slice(end)).slice(0, MOST).forEach((rest) => found.push([letters.slice(0, end), ...rest]));
    }
  }
  return found;
}

/* The phrase for syllables: pairs; of one alone, the beginning of every pair. */
export function syllablePhrase(syllables) {
  return syllables.length < 2 ? { tokens: [syllables[0] + ENDED], begins: true }
    : { tokens: syllables.slice(1).map((other, at) => syllables[at] + ENDED + other), begins: false };
}

/* The initials of syllables, as people type them (xczx); in threes, as in the index. */
export function initialPhrase(query) {
  const letters = toneless(query).replace(/ /g, "");
  if (!/^[abcdefghjklmnopqrstwxyz]{2,}$/.test(letters)) { return null; }
  return letters.length < 3 ? { tokens: [letters], begins: true }
    : { tokens: Array.from({ length: letters.length - 2 }, (_, at) => letters.slice(at, at + 3)), begins: false };
}
