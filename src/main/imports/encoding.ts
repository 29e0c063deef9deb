import { analyse } from 'chardet';
import iconv from 'iconv-lite';

export interface Decoded {
  readonly encoding: string;
  readonly text: string;
}

type Guess = (bytes: Uint8Array) => Decoded | null;

/** How much of a file a guess examines. */
const SAMPLE = 256 * 1024;

const byteOrderMarks: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Surest first: the first guess with an answer wins. */
const guesses: readonly Guess[] = [
  byMark,
  byStrictUtf8,
  byZeroBytes,
  byDamagedUtf8,
  byDeclaration,
  byStatistics,
];

/**
 * The bytes as text, in the encoding given by a byte order mark, the bytes themselves, the page's own declaration or,
 * last, statistics. Null when they are not text in any of them. Bytes without a character in the encoding become
 * U+FFFD.
 */
export function decode(bytes: Uint8Array): Decoded | null {
  for (const guess of guesses) {
    const decoded = guess(bytes);
    if (decoded) return decoded;
  }
  return null;
}

function decoded(encoding: string, bytes: Uint8Array): Decoded {
  return { encoding, text: iconv.decode(bytes, encoding) };
}

function byMark(bytes: Uint8Array): Decoded | null {
  const found = byteOrderMarks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  return found ? decoded(found[0], bytes) : null;
}

function byStrictUtf8(bytes: Uint8Array): Decoded | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return hasManyControls(text) ? null : { encoding: 'utf-8', text };
  } catch {
    return null;
  }
}

/**
 * UTF-16 without a byte order mark: line ends and ASCII leave zero bytes on one side of each pair, and only there.
 */
function byZeroBytes(bytes: Uint8Array): Decoded | null {
  const sample = bytes.subarray(0, SAMPLE - (SAMPLE % 2));
  const even = sample.filter((byte, index) => byte === 0 && index % 2 === 0).length;
  const odd = sample.filter((byte, index) => byte === 0 && index % 2 === 1).length;
  const ascii = sample.filter((byte) => byte >= 0x20 && byte < 0x7f).length;
  // Mostly ASCII means one byte per character with a stray zero, not two bytes per character.
  if (even + odd === 0 || bytes.length % 2 === 1 || ascii > sample.length * 0.75) return null;
  const order = odd > even ? 'utf-16le' : 'utf-16be';
  return isReadable(iconv.decode(sample, order)) ? decoded(order, bytes) : null;
}

/** UTF-8 with a few bytes broken, cut off or encoding lone surrogates. */
function byDamagedUtf8(bytes: Uint8Array): Decoded | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  const sample = text.slice(0, SAMPLE);
  const broken = sample.match(/\ufffd/g)?.length ?? 0;
  const whole = sample.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  const isUtf8 = (broken === 0 || whole > broken || hasSurrogateBytes(bytes)) && !hasManyControls(text);
  return isUtf8 ? { encoding: 'utf-8', text } : null;
}

/** U+D800–U+DFFF written as three bytes, which strict UTF-8 forbids and no other encoding writes by chance. */
function hasSurrogateBytes(bytes: Uint8Array): boolean {
  return bytes
    .subarray(0, SAMPLE)
    .some(
      (byte, index, all) => byte === 0xed && goesOn(all[index + 1], 0xa0) && goesOn(all[index + 2], 0x80),
    );
}

/** A continuation byte: from `least` to 0xbf. */
function goesOn(byte: number | undefined, least: number): boolean {
  return byte !== undefined && byte >= least && byte <= 0xbf;
}

/** What an HTML page or an XML file declares (HTML Standard, 4.2.5.4). */
function byDeclaration(bytes: Uint8Array): Decoded | null {
  const head = iconv.decode(bytes.subarray(0, 4096), 'latin1');
  const [, name] = /<(?:meta[^>]{0,200}charset|\?xml[^>]{0,100}encoding)=["']?\s*([\w-]+)/i.exec(head) ?? [];
  if (name === undefined || /^utf-?(?:8|16)/i.test(name) || !iconv.encodingExists(name)) return null;
  return decoded(label(name), bytes);
}

function byStatistics(bytes: Uint8Array): Decoded | null {
  const sample = bytes.subarray(0, SAMPLE);
  if (hasManyControls(iconv.decode(sample, 'latin1'))) return null;
  const ranked = analyse(sample).filter(({ name }) => !/^utf-/i.test(name) && iconv.encodingExists(name));
  const best = ranked[0]?.confidence ?? 0;
  const western = ranked.find(({ name }) => label(name) === 'windows-1252');
  // Short Latin text scores nearly the same in its many code pages; the western one is by far the most common.
  const isWestern = western !== undefined && western.confidence >= best - 10;
  return decoded(isWestern || !ranked[0] ? 'windows-1252' : label(ranked[0].name), bytes);
}

/** Latin-1 is read as its superset Windows-1252, as every browser does (Encoding Standard, 4.2). */
function label(name: string): string {
  const small = name.toLowerCase();
  return /^(?:iso-8859-1|latin1|us-ascii|ascii)$/.test(small) ? 'windows-1252' : small;
}

/** C0 controls other than white space. */
const controls = /(?![\t-\r\u0080-\u009f])\p{Cc}/gu;

function hasManyControls(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  return (sample.match(controls)?.length ?? 0) > sample.length * 0.02;
}

/** Human text: almost only letters, digits, punctuation and spaces, no control characters or unassigned codes. */
function isReadable(text: string): boolean {
  const strange = text.match(/[\p{Cn}\p{Co}\p{Cs}\ufffd]|(?![\t-\r])\p{Cc}/gu)?.length ?? 0;
  return strange <= text.length * 0.01;
}
