/* The short lists that the site keeps (build_scripts/search/pieces.py), as Pagefind wants its metadata: CBOR, with all that can
   be told from the rest written out. */

const SIGNATURE = "pagefind_dcd", LAST = "\u{10ffff}", GZIP = [0x1f, 0x8b];

/* The text of a file, compressed or not: there are servers that tell browsers to unpack what is packed. */
export async function unpacked(buffer) {
  const start = new Uint8Array(buffer, 0, Math.min(2, buffer.byteLength));
  if (!GZIP.every((byte, at) => start[at] === byte)) { return new TextDecoder().decode(buffer); }
  return new Response(new Blob([buffer]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

/* `counts` are the words of each page, which is named by its place in this list; `pieces` what each piece of the index begins with,
   and the names of the pieces. */
export function metadata(version, counts, [starts, names]) {
  const coded = new Coded();
  coded.plain(SIGNATURE);
  coded.list(6);
  coded.text(version);
  coded.list(counts.length);
  counts.forEach((count, at) => { coded.list(2); coded.text(String(at)); coded.number(count); });
  coded.list(starts.length);
  starts.forEach((start, at) => { coded.list(3); coded.text(start); coded.text(at + 1 < starts.length ? below(starts[at + 1]) : LAST); coded.text(names[at]); });
  /* Filters, sorts, fields: none. */
  coded.list(0);
  coded.list(0);
  coded.list(0);
  return coded.bytes();
}

/* The last that comes before a text, for all that anybody types. */
function below(text) {
  const letters = Array.from(text), last = letters.pop().codePointAt(0) - 1;
  return letters.join("") + (last < 0 ? "" : String.fromCodePoint(last === 0xdfff ? 0xd7ff : last) + LAST);
}

class Coded {
  constructor() {
    this.encoder = new TextEncoder();
    this.held = new Uint8Array(1 << 16);
    this.length = 0;
  }

  room(more) {
    if (this.length + more <= this.held.length) { return; }
    const larger = new Uint8Array(2 * (this.length + more));
    larger.set(this.held.subarray(0, this.length));
    this.held = larger;
  }

  head(kind, number) {
    this.room(5);
    const more = number < 24 ? 0 : number < 256 ? 1 : number < 65536 ? 2 : 4;
    this.held[this.length] = kind << 5 | (more ? { 1: 24, 2: 25, 4: 26 }[more] : number);
    for (let at = 1; at <= more; at += 1) { this.held[this.length + at] = number >>> 8 * (more - at) & 255; }
    this.length += 1 + more;
  }

  plain(text) {
    const bytes = this.encoder.encode(text);
    this.room(bytes.length);
    this.held.set(bytes, this.length);
    this.length += bytes.length;
  }

  number(number) { this.head(0, number); }

  list(length) { this.head(4, length); }

  text(text) {
    this.head(3, this.encoder.encode(text).length);
    this.plain(text);
  }

  bytes() { return this.held.slice(0, this.length); }
}
