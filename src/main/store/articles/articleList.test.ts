import { describe, expect, test } from 'vitest';
import type { ArticleContent } from '#shared/domain/article';
import { type ListRequest, allArticleRows, countArticles, selectArticleIds } from './articleList';
import { hitsIn, searchTerms } from '#shared/domain/searchQuery';
import { createArticle, listArticles, saveArticle, trashArticle } from './articles';
import type { Store } from '../store';
import { suggestHashtags } from './hashtags';
import { indexPending } from './indexing';
import { matchExpression } from './search';
import { createSection } from './sections';
import { story, testClock, testStore } from '../testing/testStore';

const list = (store: Store, request: Partial<ListRequest> = {}): ReturnType<typeof listArticles> =>
  listArticles(store, { view: 'all', sectionId: null, query: '', after: null, limit: 50, ...request });

const headlines = (store: Store, request: Partial<ListRequest> = {}): readonly string[] =>
  list(store, request).rows.map(({ headline }) => headline);

/** Articles one ms apart, the first the oldest. */
function library(...contents: readonly Partial<ArticleContent>[]): {
  readonly store: Store;
  readonly ids: readonly string[];
} {
  const clock = testClock();
  const store = testStore(clock);
  const ids = contents.map((content) => {
    clock.pass(1);
    return createArticle(store, content).id;
  });
  return { store, ids };
}

describe('a list', () => {
  test('shows each view its own, newest first, and the trash apart', () => {
    const { store, ids } = library(
      { headline: 'a' },
      { headline: 'b', status: 'ready' },
      { headline: 'c' },
      { headline: 'd' },
    );
    trashArticle(store, ids[2] ?? '');
    expect(headlines(store)).toEqual(['d', 'b', 'a']);
    expect(headlines(store, { view: 'draft' })).toEqual(['d', 'a']);
    expect(headlines(store, { view: 'ready' })).toEqual(['b']);
    expect(headlines(store, { view: 'trash' })).toEqual(['c']);
    expect(countArticles(store).views).toEqual({
      draft: 2,
      ready: 1,
      scheduled: 0,
      published: 0,
      trash: 1,
      all: 3,
    });
    expect([...allArticleRows(store)].map(({ headline }) => headline)).toEqual(['d', 'b', 'a']);
  });

  test('comes in pages that together are the whole, also where times are the same', () => {
    const clock = testClock();
    const store = testStore(clock);
    for (let count = 0; count < 25; count += 1) {
      createArticle(store, { headline: String(count) });
      if (count % 4 === 0) clock.pass(1);
    }
    const seen: string[] = [];
    let after: ListRequest['after'] = null;
    do {
      const page = list(store, { after, limit: 7 });
      seen.push(...page.rows.map(({ id }) => id));
      expect(page.total).toBe(25);
      after = page.next;
    } while (after !== null);
    expect(seen).toEqual([...allArticleRows(store)].map(({ id }) => id));
    expect(new Set(seen).size).toBe(25);
  });

  test('of a section holds those of its sub-sections; so does an export of it', () => {
    const store = testStore();
    const above = createSection(store, { name: 'Above', colour: '#112233', parentId: null });
    const below = createSection(store, { name: 'Below', colour: '#112233', parentId: above.id });
    const { id } = createArticle(store, { headline: 'in it', sectionId: below.id });
    createArticle(store, { headline: 'elsewhere' });
    expect(headlines(store, { sectionId: above.id })).toEqual(['in it']);
    expect(countArticles(store).sections).toEqual({ [below.id]: 1 });
    expect(selectArticleIds(store, { kind: 'section', sectionId: above.id })).toEqual([id]);
  });

  test('shows the standfirst, else the first words of the body, in at most 160 code units', () => {
    const { store } = library(
      { standfirst: 'Stand' },
      { body: story('First words.', 'More.') },
      { body: story('🚢'.repeat(200)) },
    );
    const [long, body, stand] = list(store).rows.map(({ summary }) => summary);
    expect([stand, body]).toEqual(['Stand', 'First words. More.']);
    expect(long?.length).toBeLessThanOrEqual(160);
    expect(long?.isWellFormed()).toBe(true);
  });
});

describe('a search', () => {
  const contents = [
    { headline: 'Harbour votes', body: story('The levy was refused in São Paulo.') },
    { headline: 'मौसम विभाग', body: story('बारिश की चेतावनी') },
    { headline: 'Third', hashtags: ['ClimateTalks'], byline: 'Ana Petrović', standfirst: 'ферма закрыта' },
  ];

  test.each([
    ['harbour', ['Harbour votes']],
    ['HARB', ['Harbour votes']],
    ['harb levy', []],
    ['levy harb', ['Harbour votes']],
    ['harb ', []],
    ['sao paulo', ['Harbour votes']],
    ['"refused in" votes', ['Harbour votes']],
    ['"in refused"', []],
    ['"levy was ref', ['Harbour votes']],
    ['#climatetalks', ['Third']],
    ['petrovic', ['Third']],
    ['Petrovic\u0301', ['Third']],
    ['ферма', ['Third']],
    ['मौसम', ['मौसम विभाग']],
    ['मौस', ['मौसम विभाग']],
    ['स', []],
    ['nothing', []],
    ['!!!', []],
    ['', ['Third', 'मौसम विभाग', 'Harbour votes']],
  ])('for %j finds %j', (query, found) => {
    expect(headlines(library(...contents).store, { query })).toEqual(found);
  });

  test.each([
    ['京都', '昨日、東京都庁で会議が開かれた。'],
    ['会議', '昨日、東京都庁で会議が開かれた。'],
    ['テスト', '新しいﾃｽﾄが始まる'],
    ['港口', '市政府宣布港口将于周一关闭。'],
    ['ท่าเรือ', 'เมืองจะปิดท่าเรือในวันจันทร์'],
    ['서울', '회의는 서울에서 열렸다'],
    ['Lodz', 'Pociąg z Łodzi do miasta Łódź'],
    ['dang', 'Ông Đặng đến bến cảng'],
    ['isik', 'Liman ışık gördü'],
    ['roskilde ærø', 'Fra ROSKILDE til Aero'],
    ['strasse', 'Die Straße ist gesperrt'],
    ['елка', 'Ёлка на площади'],
    ['abc', 'ＡＢＣ港'],
    ['مدينة', 'أغلقت المدينة الميناء'],
    ['الميناء', 'فتح ميناء جديد'],
    ['الم', 'أغلقت المدينة الميناء'],
    ['مدينه', 'أُغْلِقَتِ الْمَدِينَةُ'],
    ['كتاب', 'یہ کتاب نئی ہے'],
    ['ہند', 'مدن هند'],
    ['שלום', 'שָׁלוֹם לכולם'],
    ['צה"ל', 'דובר צה״ל מסר'],
    ['कलम', 'नई क़लम'],
    ['क़लम', 'नई कलम'],
    ['2025', 'सन् २०२५ में'],
    ['🔥', 'Fire 🔥 at the quay'],
  ])('finds %j inside %j', (query, text) => {
    const { store } = library(
      { headline: 'it', body: story(text) },
      { headline: 'another', body: story('No.') },
    );
    expect(headlines(store, { query })).toEqual(['it']);
    const [row] = list(store, { query }).rows;
    expect(hitsIn(row?.summary ?? '', searchTerms(query))).not.toEqual([]);
  });

  test('shows the passage that answers where headline and summary do not', () => {
    const long = `${'Nothing of it here, and nothing there. '.repeat(30)}At last the levy was refused by the council.`;
    const { store } = library({ headline: 'Harbour', body: story(long) });
    const [row] = list(store, { query: 'levy' }).rows;
    expect(row?.summary).toMatch(/^….*the levy was refused by the council\.$/u);
    expect(row?.summary.length).toBeLessThanOrEqual(160);
    expect(list(store, { query: 'harbour' }).rows[0]?.summary).toMatch(/^Nothing of it here/u);
  });

  test.each([
    'NEAR(a b)',
    'headline:x',
    'a AND',
    'a OR b',
    '(',
    '*',
    '"',
    '""',
    '^zz',
    'a"b',
    "'; DROP TABLE articles; --",
    '\0',
    '\ud800',
    '-zz',
    '{zz yy}:xx',
  ])('takes %j as words, never as syntax', (query) => {
    const { store } = library(...contents);
    expect(list(store, { query }).rows).toEqual([]);
  });

  test('finds what was saved a moment ago, and no longer what was overwritten', () => {
    const { store, ids } = library(...contents);
    expect(headlines(store, { query: 'levy' })).toEqual(['Harbour votes']);
    saveArticle(store, { id: ids[0] ?? '', baseVersion: 1, patch: { body: story('The toll was kept.') } });
    expect(headlines(store, { query: 'toll' })).toEqual(['Harbour votes']);
    expect(headlines(store, { query: 'levy' })).toEqual([]);
  });

  test('indexes a batch at a time', () => {
    const { store } = library(...contents);
    expect([indexPending(store, 2), indexPending(store, 2), indexPending(store, 2)]).toEqual([1, 0, 0]);
  });

  test('reads only the last open word as a beginning', () => {
    expect(matchExpression(searchTerms(`one "two three" fou`))).toBe(`"one" AND "two three" AND "fou"*`);
    expect(matchExpression(searchTerms('one fou '))).toBe(`"one" AND "fou"`);
  });
});

test('hashtags are suggested by their beginning, most used first, and only those in use', () => {
  const { store, ids } = library(
    { hashtags: ['Port', 'PortLevy'] },
    { hashtags: ['portlevy', 'other'] },
    { hashtags: ['Portrait'] },
  );
  saveArticle(store, { id: ids[2] ?? '', baseVersion: 1, patch: { hashtags: [] } });
  expect(suggestHashtags(store, 'POR', 8)).toEqual([
    { tag: 'PortLevy', count: 2 },
    { tag: 'Port', count: 1 },
  ]);
});
