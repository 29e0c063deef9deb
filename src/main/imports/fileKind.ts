import { DeskError } from '#shared/domain/failure';
import type { SourceFormat } from './sourceText';

/** What a file is called and how it begins, as bytes read one to one to characters (latin1). */
const signatures: readonly (readonly [kind: string, begins: string, advice: string])[] = [
  ['a PDF', '%PDF-', 'Open it, copy its text and paste that into a text file.'],
  ['a Word, OpenDocument or zip file', 'PK\x03\x04', 'Save it from its program as HTML or plain text.'],
  ['an old Office file', '\xd0\xcf\x11\xe0', 'Save it from its program as HTML or plain text.'],
  ['a rich text file', '{\\rtf', 'Save it from its program as HTML or plain text.'],
  ['a PNG image', '\x89PNG', 'Drop it into an article instead.'],
  ['a JPEG image', '\xff\xd8\xff', 'Drop it into an article instead.'],
  ['a GIF image', 'GIF8', 'Drop it into an article instead.'],
  ['a compressed file', '\x1f\x8b', 'Unpack it first.'],
  ['an SQLite database', 'SQLite format 3', 'Choose a text, Markdown or HTML file.'],
];

const pageArchive = /^(?:From: <Saved by|MIME-Version:|Content-Type: multipart\/related)/im;

/** Throws DeskError `binary_file` for a file whose first bytes are those of a known format that is not text. */
export function refuseKnownBinary(bytes: Uint8Array): void {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const known = signatures.find(([, begins]) => head.startsWith(begins));
  if (known) throw binaryFile(`This is ${known[0]}, not text. ${known[2]}`);
  if (pageArchive.test(head) && /multipart\/related/i.test(head)) {
    throw binaryFile('This is a page archive (MHTML). Save the page again as “Webpage, HTML only”.');
  }
}

export function binaryFile(message: string): DeskError {
  return new DeskError('binary_file', message);
}

const formats: readonly (readonly [name: RegExp, format: SourceFormat])[] = [
  [/\.x?html?$/i, 'html'],
  [/\.(?:md|markdown|mdown|mkd)$/i, 'markdown'],
];

/** The format by the file's name, else by what the text looks like. */
export function formatOf(name: string, text: string): SourceFormat {
  const byName = formats.find(([pattern]) => pattern.test(name));
  if (byName) return byName[1];
  const head = text.slice(0, 20_000).trimStart();
  if (looksLikeHtml(head)) return 'html';
  return /^---\n(?:[\w-]+:.*\n|[ \t]+.*\n|- .*\n)+---/.test(head) ? 'markdown' : 'text';
}

function looksLikeHtml(head: string): boolean {
  if (/^(?:<!doctype html|<html|<\?xml[^>]*>\s*<!doctype html)/i.test(head)) return true;
  const closed = head.match(/<\/(?:p|div|h[1-6]|article|section|ul|figure)>/gi)?.length ?? 0;
  return head.startsWith('<') && closed > 0;
}
