import { NutgrafError } from '#shared/domain/failure';
import { IMPORT_LIMIT } from '#shared/contract/requestSize';
import { say } from '#shared/language/say';
import { decode } from './encoding';
import { binaryFile, formatOf, refuseKnownBinary } from './fileKind';
import { refuseOtherFormat } from './otherFormat';
import type { SourceText } from './sourceText';

/** The most UTF-16 code units that its text may have: two novels, not an article; see `STORY_LIMITS`. */
export const TEXT_LIMIT = 800_000;

/**
 * A file's bytes as text. Throws NutgrafError `empty_file`, `file_too_large`, `binary_file` or `other_format`; each
 * message says what to do.
 */
export function readSource(bytes: Uint8Array, name: string): SourceText {
  if (bytes.length === 0) throw emptyFile();
  if (bytes.length > IMPORT_LIMIT)
    throw tooLarge(
      say('This text is over {size, number} MB, more than one article can be. Split it and try again.', {
        size: IMPORT_LIMIT / 1024 / 1024,
      }),
    );
  refuseKnownBinary(bytes);
  const decoded = decode(bytes);
  if (!decoded) throw binaryFile(say('This file is not text. Choose a text, Markdown or HTML file.'));
  const { encoding, text } = decoded;
  const notices =
    encoding === 'utf-8' ? [] : [say('Read as {encoding}.', { encoding: encodingName(encoding) })];
  return readText(text, name, encoding, notices);
}

/** The same for text that was pasted or dropped. */
export function readText(
  text: string,
  name: string,
  encoding = 'utf-8',
  notices: readonly string[] = [],
): SourceText {
  if (text.length > IMPORT_LIMIT)
    throw tooLarge(
      say(
        'This text is over {count, number} million characters, more than one article can be. Split it and try again.',
        {
          count: Math.floor(IMPORT_LIMIT / 1_000_000),
        },
      ),
    );
  const repaired = repair(text);
  if (isBlank(repaired.text)) throw emptyFile();
  refuseOtherFormat(repaired.text);
  const format = formatOf(name, repaired.text);
  if (writtenLength(repaired.text) > TEXT_LIMIT)
    throw tooLarge(
      say(
        'This text is over {count, number} characters, more than one article can be. Split it and try again.',
        {
          count: TEXT_LIMIT,
        },
      ),
    );
  return { name, format, encoding, text: repaired.text, notices: [...notices, ...repaired.notices] };
}

function emptyFile(): NutgrafError {
  return new NutgrafError('empty_file', say('This file has no text. Choose another one, or paste the text.'));
}

const tooLarge = (message: string): NutgrafError => new NutgrafError('file_too_large', message);

function encodingName(encoding: string): string {
  return encoding.startsWith('windows') ? encoding.replace('w', 'W') : encoding.toUpperCase();
}

/** Nothing visible: only spaces, controls and invisible format characters. */
function isBlank(text: string): boolean {
  return !/[^\s\p{Cc}\p{Cf}\ufffd]/u.test(text);
}

/** How much was written: images inside the page do not count. */
function writtenLength(text: string): number {
  if (text.length <= TEXT_LIMIT) return text.length;
  return text.replace(/data:image\/[\w.+-]{1,40};base64,[\w+/=%]*/g, '').length;
}

interface Repair {
  readonly told: (count: number) => string;
  readonly pattern: RegExp;
  readonly by: string;
}

const repairs: readonly Repair[] = [
  {
    told: (count) => say('{count, number} × half a character pair (shown as �).', { count }),
    pattern: /\p{Cs}/gu,
    by: '\ufffd',
  },
  {
    told: (count) => say('{count, number} × control character, left out.', { count }),
    pattern: /(?![\t\n])[\p{Cc}\p{Noncharacter_Code_Point}]/gu,
    by: '',
  },
];

function repair(text: string): { readonly text: string; readonly notices: readonly string[] } {
  const notices: string[] = [];
  let result = text.replace(/^\ufeff/, '').replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n');
  const unreadable = result.match(/\ufffd/g)?.length ?? 0;
  if (unreadable > 0)
    notices.push(
      say(
        '{count, plural, one {# character could not be read: shown as �.} other {# characters could not be read: shown as �.}}',
        { count: unreadable },
      ),
    );
  for (const { told, pattern, by } of repairs) {
    const found = result.match(pattern)?.length ?? 0;
    if (found === 0) continue;
    result = result.replace(pattern, by);
    notices.push(told(found));
  }
  return { text: result, notices };
}
