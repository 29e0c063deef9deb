import { formatOfName } from '#shared/domain/importFormats';
import { NutgrafError } from '#shared/domain/failure';
import { splitFrontMatter } from './markdown/frontMatter';
import type { SourceFormat } from './sourceText';

/** A kind of file and how it begins, with bytes mapped one to one to characters (latin1). */
const signatures: readonly (readonly [kind: string, begins: string, advice: string])[] = [
  ['a PDF', '%PDF-', 'Open it, copy its text and paste it into a new article.'],
  ['a Word, OpenDocument or zip file', 'PK\x03\x04', 'Save it as HTML or plain text from its own program.'],
  ['an old Office file', '\xd0\xcf\x11\xe0', 'Save it as HTML or plain text from its own program.'],
  ['a rich text file', '{\\rtf', 'Save it as HTML or plain text from its own program.'],
  ['a PNG image', '\x89PNG', 'Drop it into an article instead.'],
  ['a JPEG image', '\xff\xd8\xff', 'Drop it into an article instead.'],
  ['a GIF image', 'GIF8', 'Drop it into an article instead.'],
  ['a TIFF image', 'II*\0', 'Save it as PNG or JPEG and drop it into an article.'],
  ['a TIFF image', 'MM\0*', 'Save it as PNG or JPEG and drop it into an article.'],
  ['a Photoshop image', '8BPS', 'Save it as PNG or JPEG and drop it into an article.'],
  ['a Safari web archive', 'bplist00', 'Save the page again as page source (HTML).'],
  ['a compressed file', '\x1f\x8b', 'Unpack it first.'],
  ['a compressed file', '7z\xbc\xaf', 'Unpack it first.'],
  ['a compressed file', 'Rar!', 'Unpack it first.'],
  ['a sound file', 'ID3', 'Transcribe it and import the text.'],
  ['a sound file', 'OggS', 'Transcribe it and import the text.'],
  ['a program', '\x7fELF', 'Choose a text, Markdown or HTML file.'],
  ['an SQLite database', 'SQLite format 3', 'Choose a text, Markdown or HTML file.'],
];

const pageArchive = /^(?:From: <Saved by|MIME-Version:|Content-Type: multipart\/related)/im;

/** Throws NutgrafError `binary_file` for a file whose first bytes are those of a known format that is not text. */
export function refuseKnownBinary(bytes: Uint8Array): void {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const known = packageKind(bytes, head) ?? signatures.find(([, begins]) => head.startsWith(begins));
  if (known) throw binaryFile(`This is ${known[0]}, not text. ${known[2]}`);
  if (pageArchive.test(head) && /multipart\/related/i.test(head)) {
    throw binaryFile('This is a page archive (MHTML). Save the page again as “Webpage, HTML only”.');
  }
}

/** The kind of a zip file by the names of the files in it, and of a WebP, AVIF or video by the name of its boxes. */
const packages: readonly (readonly [inside: RegExp, kind: string, advice: string])[] = [
  [/word\/document\.xml/, 'a Word file', 'Save it from Word as “Web Page, Filtered” or plain text.'],
  [/opendocument\.text/, 'an OpenDocument text', 'Save it as HTML or plain text from its own program.'],
  [/application\/epub\+zip/, 'an e-book (EPUB)', 'Copy its text and paste it into a new article.'],
  [
    /xl\/workbook\.xml|opendocument\.spreadsheet/,
    'a spreadsheet',
    'Copy its cells and paste them into an article.',
  ],
  [
    /ppt\/presentation\.xml|opendocument\.presentation/,
    'a presentation',
    'Copy its text and paste it into a new article.',
  ],
];

/** How many bytes at each end of a zip file name its contents. */
const ZIP_ENDS = 64 * 1024;

function packageKind(bytes: Uint8Array, head: string): readonly [string, string, string] | undefined {
  if (/^RIFF[^]{4}WEBP/.test(head)) return ['a WebP image', '', 'Drop it into an article instead.'];
  if (/^[^]{4}ftyp(?:avi[fs]|hei[cfx]|mif1)/.test(head))
    return ['an AVIF or HEIC image', '', 'Save it as PNG or JPEG and drop it into an article.'];
  if (/^[^]{4}ftyp/.test(head)) return ['a video', '', 'Choose a text, Markdown or HTML file.'];
  if (!head.startsWith('PK\x03\x04')) return undefined;
  const ends = [bytes.subarray(0, ZIP_ENDS), bytes.subarray(Math.max(0, bytes.length - ZIP_ENDS))];
  const names = ends.map((part) => Buffer.from(part).toString('latin1')).join(' ');
  const found = packages.find(([inside]) => inside.test(names));
  return found === undefined ? undefined : [found[1], '', found[2]];
}

export function binaryFile(message: string): NutgrafError {
  return new NutgrafError('binary_file', message);
}

/** The format by the file's name, or else by what the text looks like. */
export function formatOf(name: string, text: string): SourceFormat {
  const byName = formatOfName(name);
  if (byName !== null && byName !== 'text') return byName;
  const head = text.slice(0, 20_000).trimStart();
  if (looksLikeHtml(head)) return 'html';
  const hasFront =
    /^---\n(?:[\w-]+:.*\n|[ \t]+.*\n|- .*\n)+---/.test(head) || /^\+\+\+\n(?:[^\n]*\n)*?\+\+\+/.test(head);
  return hasFront || splitFrontMatter(head).front?.language === 'json' ? 'markdown' : 'text';
}

function looksLikeHtml(head: string): boolean {
  if (/^(?:<!doctype html|<html|<\?xml[^>]*>\s*<!doctype html)/i.test(head)) return true;
  const closed = head.match(/<\/(?:p|div|h[1-6]|article|section|ul|figure)>/gi)?.length ?? 0;
  return head.startsWith('<') && closed > 0;
}
