import { formatOfName } from '#shared/domain/importFormats';
import { NutgrafError } from '#shared/domain/failure';
import { say, saying } from '#shared/language/say';
import { splitFrontMatter } from './markdown/frontMatter';
import type { SourceFormat } from './sourceText';

type Said = () => string;

const copyFromIt = saying('Open it, copy its text and paste it into a new article.');
const saveAsText = saying('Save it as HTML or plain text from its own program.');
const dropIt = saying('Drop it into an article instead.');
const saveAsImage = saying('Save it as PNG or JPEG and drop it into an article.');
const saveSource = saying('Save the page again as page source (HTML).');
const unpack = saying('Unpack it first.');
const transcribe = saying('Transcribe it and import the text.');
const chooseText = saying('Choose a text, Markdown or HTML file.');
const saveFromWord = saying('Save it from Word as “Web Page, Filtered” or plain text.');
const copyText = saying('Copy its text and paste it into a new article.');
const copyCells = saying('Copy its cells and paste them into an article.');

/** A kind of file and how it begins, with bytes mapped one to one to characters (latin1). */
const signatures: readonly (readonly [told: Said, begins: string, advice: Said])[] = [
  [saying('This is a PDF, not text.'), '%PDF-', copyFromIt],
  [saying('This is a Word, OpenDocument or zip file, not text.'), 'PK\x03\x04', saveAsText],
  [saying('This is an old Office file, not text.'), '\xd0\xcf\x11\xe0', saveAsText],
  [saying('This is a rich text file, not text.'), '{\\rtf', saveAsText],
  [saying('This is a PNG image, not text.'), '\x89PNG', dropIt],
  [saying('This is a JPEG image, not text.'), '\xff\xd8\xff', dropIt],
  [saying('This is a GIF image, not text.'), 'GIF8', dropIt],
  [saying('This is a TIFF image, not text.'), 'II*\0', saveAsImage],
  [saying('This is a TIFF image, not text.'), 'MM\0*', saveAsImage],
  [saying('This is a Photoshop image, not text.'), '8BPS', saveAsImage],
  [saying('This is a Safari web archive, not text.'), 'bplist00', saveSource],
  [saying('This is a compressed file, not text.'), '\x1f\x8b', unpack],
  [saying('This is a compressed file, not text.'), '7z\xbc\xaf', unpack],
  [saying('This is a compressed file, not text.'), 'Rar!', unpack],
  [saying('This is a sound file, not text.'), 'ID3', transcribe],
  [saying('This is a sound file, not text.'), 'OggS', transcribe],
  [saying('This is a program, not text.'), '\x7fELF', chooseText],
  [saying('This is an SQLite database, not text.'), 'SQLite format 3', chooseText],
];

const pageArchive = /^(?:From: <Saved by|MIME-Version:|Content-Type: multipart\/related)/im;

/** Throws NutgrafError `binary_file` for a file whose first bytes are those of a known format that is not text. */
export function refuseKnownBinary(bytes: Uint8Array): void {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const known = packageKind(bytes, head) ?? signatures.find(([, begins]) => head.startsWith(begins));
  if (known) throw binaryFile(`${known[0]()} ${known[2]()}`);
  if (pageArchive.test(head) && /multipart\/related/i.test(head)) {
    throw binaryFile(say('This is a page archive (MHTML). Save the page again as “Webpage, HTML only”.'));
  }
}

/** The kind of a zip file by the names of the files in it, and of a WebP, AVIF or video by the name of its boxes. */
const packages: readonly (readonly [inside: RegExp, told: Said, advice: Said])[] = [
  [/word\/document\.xml/, saying('This is a Word file, not text.'), saveFromWord],
  [/opendocument\.text/, saying('This is an OpenDocument text, not text.'), saveAsText],
  [/application\/epub\+zip/, saying('This is an e-book (EPUB), not text.'), copyText],
  [/xl\/workbook\.xml|opendocument\.spreadsheet/, saying('This is a spreadsheet, not text.'), copyCells],
  [
    /ppt\/presentation\.xml|opendocument\.presentation/,
    saying('This is a presentation, not text.'),
    copyText,
  ],
];

/** How many bytes at each end of a zip file name its contents. */
const ZIP_ENDS = 64 * 1024;

function packageKind(
  bytes: Uint8Array,
  head: string,
): readonly [told: Said, begins: string, advice: Said] | undefined {
  if (/^RIFF[^]{4}WEBP/.test(head)) return [saying('This is a WebP image, not text.'), '', dropIt];
  if (/^[^]{4}ftyp(?:avi[fs]|hei[cfx]|mif1)/.test(head))
    return [saying('This is an AVIF or HEIC image, not text.'), '', saveAsImage];
  if (/^[^]{4}ftyp/.test(head)) return [saying('This is a video, not text.'), '', chooseText];
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
