import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NutgrafError } from '#shared/domain/failure';
import { naughtyStrings } from '#shared/document/testing/corpora';
import { normalise } from '#shared/document/normalise';
import { toPlainText } from '#shared/document/toPlainText';
import { readText } from './readSource';
import { recognise } from './recognise';
import type { RecognisedArticle } from './recognised';

/** Null for what is refused with a message for the user; every other error fails the test. */
function read(text: string, name: string): RecognisedArticle | null {
  try {
    return recognise(readText(text, name), { sections: ['World', 'City'] });
  } catch (thrown) {
    if (thrown instanceof NutgrafError && thrown.code !== 'unreadable_source') return null;
    throw thrown;
  }
}

const names = ['page.txt', 'page.md', 'page.html'] as const;

function expectSound(article: RecognisedArticle | null): void {
  if (article === null) return;
  article.body.check();
  expect(normalise(article.body).eq(article.body)).toBe(true);
  expect(article.leftOut.every(({ text, before }) => text !== '' && before >= 0)).toBe(true);
}

describe('whatever is read, the body is sound and in normal form', () => {
  test.each(names)('naughty strings as %s', (name) => {
    for (const naughty of naughtyStrings) expectSound(read(naughty, name));
    expectSound(read(naughtyStrings.join('\n\n'), name));
  });

  const piece = fc.oneof(
    fc.constantFrom(
      '<p>',
      '</p>',
      '<div class="ad-slot" data-slot="a">',
      '<ul><li>',
      '<figure><img src="https://example.org/a.jpg">',
      '<nav>',
      '<h1>',
      '</h1>',
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '# ',
      '---\n',
      'title: A\n',
      '> ',
      '- ',
      '\n\n',
      '#tag',
      'Advertisement\n',
      'By Ana Example\n',
      'Home > City\n',
      'A sentence of some length that ends here. ',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );

  test.each(names)('fragments of all kinds as %s', (name) => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => expectSound(read(pieces.join(''), name))),
      { numRuns: 150 },
    );
  });
});

test('every line of a text is in the article or in its report', () => {
  const line = fc.oneof(
    fc.constantFrom('Advertisement', 'Share', 'A title', 'A sentence of some length that ends here.', ''),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
      const source = lines.join('\n');
      const article = read(`Text.\n${source}`, 'page.txt');
      const { text } = readText(`Text.\n${source}`, 'page.txt');
      const kept = [
        article?.fields.headline,
        article && toPlainText(article.body),
        ...(article?.leftOut ?? []).map((piece) => piece.text),
      ].join('\n');
      const flat = (words: string): string => words.normalize('NFC').replace(/\s+/gu, '');
      for (const written of text.split('\n')) expect(flat(kept)).toContain(flat(written));
    }),
    { numRuns: 200 },
  );
});

test.each(['page.txt', 'page.html'])(
  'a reader that fails on %s is told in a sentence that names it',
  (name) => {
    const failing = {
      get sections(): never {
        throw new TypeError('no such thing');
      },
    };
    const reading = (): unknown => recognise(readText('Text of a story.', name), failing);
    expect(reading).toThrow(`“${name}”`);
    expect(reading).toThrow(expect.objectContaining({ code: 'unreadable_source' }));
  },
);

test.each(['2019', 'true', '-1'])('a page whose pictures are called %s is read', (words) => {
  const html = `<h1>A bridge</h1><p>Text.</p><img alt="${words}" src="https://example.org/a.jpg"><figure caption="${words}"><img src="https://example.org/b.jpg" alt="${words}"></figure>`;
  const article = recognise(readText(html, 'page.html'), { sections: [] });
  expect(article.body.child(1).attrs).toMatchObject({ alt: words });
});
