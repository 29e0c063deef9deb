import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { NutgrafError } from '#shared/domain/failure';
import { IMPORT_LIMIT } from '#shared/contract/requestSize';
import { readSource, readText, TEXT_LIMIT } from './readSource';

const bytesOf = (text: string, encoding = 'utf-8', addBOM = false): Uint8Array =>
  iconv.encode(text, encoding, { addBOM });

function codeOf(read: () => unknown): string | null {
  try {
    read();
    return null;
  } catch (thrown) {
    return thrown instanceof NutgrafError ? thrown.code : 'not a NutgrafError';
  }
}

const german = 'Der Bürgermeister grüßte „alle“ – auch die Gäste aus Übersee.\nDanach gab es Käse für 3 €.\n';
const french = 'Le préfet a déclaré : « C’est décidé ». Les élèves sont déjà là, à l’école de la forêt.\n';
const russian =
  'Городской совет утвердил новый план. Жители обсуждают его на площади.\nГолосование завтра.\n';
const hindi = 'शहर की नई योजना पर आज बहस हुई।\nलोग चौक में जमा हुए।\n';
const japanese = '市議会は新しい計画を承認した。\n住民は広場で議論している。明日、投票が行われる。\n';

describe('the encoding', () => {
  test.each([
    ['utf-8', german, false],
    ['utf-8', hindi, true],
    ['utf-16le', german, true],
    ['utf-16be', hindi, true],
    ['utf-16le', german, false],
    ['utf-16be', german, false],
    ['utf-16le', russian, false],
    ['utf-16be', russian, false],
    ['utf-16le', hindi, false],
    ['utf-16le', japanese, false],
    ['utf-32le', german, true],
    ['windows-1252', german, false],
    ['windows-1252', french, false],
    ['windows-1251', russian, false],
    ['koi8-r', russian, false],
    ['shift_jis', japanese, false],
    ['euc-jp', japanese, false],
  ])('is told: %s', (encoding, text, mark) => {
    const source = readSource(bytesOf(text, encoding, mark), 'a.txt');
    expect(source.encoding).toBe(encoding);
    expect(source.text).toBe(text);
  });

  test('that is not UTF-8 is named in a notice', () => {
    expect(readSource(bytesOf(german, 'windows-1252'), 'a.txt').notices).toEqual(['Read as Windows-1252.']);
    expect(readSource(bytesOf(german, 'utf-16le'), 'a.txt').notices).toEqual(['Read as UTF-16LE.']);
    expect(readSource(bytesOf(german), 'a.txt').notices).toEqual([]);
  });

  test('is what a page declares of itself', () => {
    const page = `<!doctype html><meta charset="windows-1250"><p>Žluťoučký kůň</p>`;
    const source = readSource(bytesOf(page, 'windows-1250'), 'a.html');
    expect(source.text).toBe(page);
  });

  test('of a file with one broken byte stays UTF-8, and the notice says so', () => {
    const source = readSource(Uint8Array.of(...bytesOf(german), 0xff, 10), 'a.txt');
    expect(source.encoding).toBe('utf-8');
    expect(source.text).toContain(german);
    expect(source.notices).toEqual(['1 character could not be read: shown as �.']);
  });
});

describe('what is not an article', () => {
  test.each([
    ['nothing', new Uint8Array(0), 'empty_file'],
    ['only spaces', bytesOf(' \n\t\u00a0\r\n'), 'empty_file'],
    ['only a mark', Uint8Array.of(0xef, 0xbb, 0xbf), 'empty_file'],
    ['only control characters', Uint8Array.of(1, 10, 10, 10, 10), 'binary_file'],
    ['a PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'binary_file'],
    ['a PDF', bytesOf('%PDF-1.7\n%âãÏÓ\n'), 'binary_file'],
    ['a Word file', bytesOf('PK\x03\x04\x14\x00'), 'binary_file'],
    [
      'noise',
      Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919 + (index >> 3) * 31) % 256),
      'binary_file',
    ],
    ['a page archive', bytesOf('From: <Saved by Blink>\nContent-Type: multipart/related;\n'), 'binary_file'],
    ['too much', new Uint8Array(IMPORT_LIMIT + 1).fill(97), 'file_too_large'],
    ['too much text', new Uint8Array(TEXT_LIMIT + 1).fill(97), 'file_too_large'],
  ])('%s is refused', (_what, bytes, code) => {
    expect(codeOf(() => readSource(bytes, 'a.txt'))).toBe(code);
  });

  test('what is too large is refused by its size, without being examined', () => {
    const unread = { length: IMPORT_LIMIT + 1 };
    expect(codeOf(() => readSource(unread as Uint8Array, 'a.txt'))).toBe('file_too_large');
    expect(codeOf(() => readText(unread as unknown as string, 'a.txt'))).toBe('file_too_large');
  });
});

describe('the text', () => {
  test('has one kind of line end', () => {
    expect(readText('a\r\nb\rc\u2028d', 'a.txt').text).toBe('a\nb\nc\nd');
  });

  test('has no control characters and no half pairs, and the notices say so', () => {
    const { text, notices } = readText('One\u0000 two\ud800 three\u0007.', 'a.txt');
    expect(text).toBe('One two\ufffd three.');
    expect(notices).toHaveLength(2);
  });

  test('keeps what only looks odd: joiners, emoji, bidi marks, soft hyphens', () => {
    const odd = 'می‌خواهم 👩‍👩‍👧 \u202bab\u202c co\u00adop';
    expect(readText(odd, 'a.txt')).toMatchObject({ text: odd, notices: [] });
  });

  test('of a page is not too large for its images', () => {
    const page = `<p>Text</p><img src="data:image/png;base64,${'A'.repeat(TEXT_LIMIT)}">`;
    expect(readText(page, 'a.html').format).toBe('html');
  });
});

test.each([
  ['page.html', 'Anything', 'html'],
  ['PAGE.HTM', 'Anything', 'html'],
  ['notes.md', '# Anything', 'markdown'],
  ['page.txt', '<!DOCTYPE html><html><p>A</p>', 'html'],
  ['pasted', '<p>One</p><p>Two</p>', 'html'],
  ['page.txt', '---\nheadline: A\ntags:\n  - b\n---\nText', 'markdown'],
  ['page.txt', 'Plain text with a < b and c > d', 'text'],
  ['page.txt', '---\nNot front matter.', 'text'],
])('%s reads as its format', (name, text, format) => {
  expect(readText(text, name).format).toBe(format);
});
