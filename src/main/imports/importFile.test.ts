import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HASHTAG_LIMIT } from '#shared/domain/hashtag';
import { parseDocument } from '#shared/document/document';
import { toPlainText } from '#shared/document/toPlainText';
import type { Article } from '#shared/domain/article';
import { countArticles, getArticle } from '../store/articles/articles';
import { getAsset } from '../store/articles/assets';
import type { Store } from '../store/store';
import { closeStore, openStore } from '../store/opening/database';
import { getReport, markPiece } from '../store/articles/importReports';
import { listRevisions } from '../store/articles/revisions';
import { listSections } from '../store/articles/sectionRecord';
import { findSection } from '../store/articles/sections';
import type { Imported } from './importFile';
import { importFile } from './importFile';
import { readHere } from './testing/readHere';

let store: Store;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nutgraf-import-'));
  store = openStore(folder);
});

afterEach(() => {
  closeStore(store);
  rmSync(folder, { recursive: true });
});

const first =
  'The council voted on Monday evening to close the old bridge for a year, after engineers had found cracks.';
const second =
  'Traffic will be led over the northern crossing, which is to get a second lane before the autumn.';

interface Kept extends Imported {
  readonly article: Article;
}

async function importBytes(name: string, bytes: Uint8Array): Promise<Kept> {
  const imported = await importFile({ store, reader: readHere }, { name, bytes });
  return { ...imported, article: getArticle(store, imported.summary.id) };
}

const textFile = (name: string, content: string): Promise<Kept> => importBytes(name, Buffer.from(content));
const text = (content: string): Promise<Kept> => textFile('page.txt', content);
const textOf = ({ article }: Kept): string => toPlainText(parseDocument(article.body));

describe('an imported page', () => {
  test('is one article, with the figures that the command line prints', async () => {
    const { article, summary } = await text(
      `Become a member\n― Advertisement ―\nHomeInternationalThe bridge closes for a year\n\nThe bridge closes for a year\n\n${first}\n\nA long wait\n\n${second}\n\n#bridge, #river,`,
    );
    expect(summary).toEqual({
      id: article.id,
      headline: 'The bridge closes for a year',
      section: 'International',
      hashtags: ['bridge', 'river'],
      adSlots: 1,
      crossheads: 1,
      words: article.wordCount,
      leftOut: 4,
    });
    expect(summary.words).toBe(40);
  });

  test('has a report whose pieces know their block and can be taken back', async () => {
    const { article, report } = await text(
      `The bridge closes\n\n${first}\n\nRead more: The ferry\n\n${second}\n\nShare`,
    );
    const [related, share] = report.leftOut;
    const block = article.body.content[1]?.attrs?.['id'];
    expect(related).toMatchObject({ text: 'Read more: The ferry', reason: 'related', beforeBlockId: block });
    expect(block).toEqual(expect.any(String));
    expect(share).toMatchObject({ text: 'Share', beforeBlockId: null });

    const marked = markPiece(store, { articleId: article.id, pieceId: related?.id ?? '', takenBack: true });
    expect(marked.leftOut.map(({ takenBack }) => takenBack)).toEqual([true, false]);
    expect(getReport(store, article.id)).toEqual(marked);
  });

  test('keeps a revision of what was imported', async () => {
    const { article } = await text(`The bridge closes\n\n${first}`);
    expect(listRevisions(store, article.id)).toMatchObject([
      { reason: 'import', headline: 'The bridge closes' },
    ]);
  });

  test('makes a section that the store does not have, and says so', async () => {
    const { report, summary } = await text(`Home > Harbour\nThe bridge closes\n${first}`);
    expect(summary.section).toBe('Harbour');
    expect(findSection(store, 'harbour')).not.toBeNull();
    expect(report.notices).toContain('Section “Harbour” is new.');
    const sections = listSections(store).length;
    expect((await text(`Home > harbour\nThe bridge closes\n${first}`)).report.notices).toEqual([]);
    expect(listSections(store)).toHaveLength(sections);
  });
});

test('an article without an import has no report, and no piece to mark', () => {
  expect(getReport(store, store.newId())).toBeNull();
  expect(() =>
    markPiece(store, { articleId: store.newId(), pieceId: store.newId(), takenBack: true }),
  ).toThrow(expect.objectContaining({ code: 'piece_not_found' }));
});

describe('what does not fit', () => {
  test('a headline of 10,000 characters is cut at a word, and whole in the report', async () => {
    const headline = 'A headline word '.repeat(625).trim();
    const { article, report } = await text(`${headline}\n\n${first}`);
    expect(article.headline.length).toBeLessThanOrEqual(1000);
    expect(headline.startsWith(`${article.headline} `)).toBe(true);
    expect(report.leftOut).toMatchObject([{ text: headline, reason: 'too_long' }]);
    expect(report.notices.join()).toMatch(/Headline: cut to 1,000 characters/);
  });

  test('of two thousand hashtags the first stay, the others are one piece', async () => {
    const tags = Array.from({ length: 2000 }, (_, index) => `#tag${index}`);
    const { article, report } = await text(`The bridge closes\n\n${first}\n\n${tags.join(' ')}`);
    expect(article.hashtags).toEqual(tags.slice(0, HASHTAG_LIMIT).map((tag) => tag.slice(1)));
    const others = report.leftOut.filter(({ reason }) => reason === 'too_many_hashtags');
    expect(others.map((piece) => piece.text)).toEqual([tags.slice(HASHTAG_LIMIT).join(' ')]);
  });

  test('a long byline or section does not keep the article out', async () => {
    const long = 'x'.repeat(3000);
    const { article } = await textFile(
      'a.md',
      `---\ntitle: A\nbyline: ${long}\nsection: ${long}\nslug: ${long}\nstandfirst: ${long}\nlanguage: ${long}\n---\nText.`,
    );
    expect(article).toMatchObject({ headline: 'A', language: '' });
  });
});

describe('scripts', () => {
  test('from right to left set the direction', async () => {
    expect(
      (await text('إغلاق الجسر القديم\n\nقرر مجلس المدينة إغلاق الجسر القديم لمدة عام.')).article.direction,
    ).toBe('rtl');
    expect((await text('הגשר נסגר\n\nמועצת העיר החליטה לסגור את הגשר הישן לשנה.')).article.direction).toBe(
      'rtl',
    );
    expect((await text(`The bridge closes\n\n${first}`)).article.direction).toBe('auto');
  });

  test('of all kinds stay character for character', async () => {
    const lines = [
      'नगर परिषद ने पुल बंद करने का फैसला किया — “एक साल” के लिए।',
      '市議会は「橋」を閉鎖することを決めた。',
      'می‌خواهم 👩‍👩‍👧 e\u0301.',
    ];
    expect(textOf(await text(`The bridge closes\n\n${lines.join('\n\n')}`))).toBe(lines.join('\n\n'));
  });
});

describe('pictures inside a page', () => {
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

  test('are kept by their hash; one that is broken is left out with a notice', async () => {
    const { article, report } = await textFile(
      'page.html',
      `<h1>The bridge closes</h1><p>${first}</p><img src="data:image/png;base64,${png}" alt="A"><img src="data:image/png;base64,AAAA" alt="B">`,
    );
    const figures = article.body.content.filter(({ type }) => type === 'figure').map(({ attrs }) => attrs);
    expect(getAsset(store, String(figures[0]?.['asset']))).toMatchObject({ type: 'image/png' });
    expect(figures).toMatchObject([
      { src: null, alt: 'A' },
      { asset: null, src: null, alt: 'B' },
    ]);
    expect(report.notices.filter((notice) => notice.startsWith('An image was left out'))).toHaveLength(1);
  });
});

test.each([
  ['an empty file', new Uint8Array(), 'empty_file'],
  ['a binary file', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1, 2), 'binary_file'],
  ['a page of scripts only', Buffer.from('<html><script>alert(1)</script></html>'), 'empty_file'],
  ['50 MB', new Uint8Array(50_000_000).fill(97), 'file_too_large'],
  [
    'a text that no save could carry',
    Buffer.from(`<p>${String.raw`a"b\\ `.repeat(120_000)}</p>`),
    'file_too_large',
  ],
])('%s is refused, and nothing is left in the store', async (_what, bytes, code) => {
  await expect(importBytes('page.html', bytes)).rejects.toMatchObject({ code });
  expect(countArticles(store).views.all).toBe(0);
});
