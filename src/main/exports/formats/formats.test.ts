import { Parser } from 'commonmark';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { EMPTY_DOCUMENT } from '#shared/domain/documentJson';
import { usualAdSlots } from '#shared/domain/adSlot';
import { type Article, blankContent } from '#shared/domain/article';
import { fromMarkdown } from '#shared/document/fromMarkdown';
import { documentJsonOf } from '#shared/document/document';
import type { ExportContext } from '../format';
import { parseDocument } from '../../dom/parseHtml';
import type { HtmlElement } from '#shared/document/html';
import { formats } from '.';

const hash = 'ab'.repeat(32);
const context: ExportContext = {
  section: 'City',
  adSlots: new Map(usualAdSlots.map((slot) => [slot.key, slot])),
  readAsset: () => null,
  assetPath: (asset) => (asset === hash ? `assets/${hash}.jpg` : null),
};

const article: Article = {
  ...blankContent,
  id: '019a0000-0000-7000-8000-000000000001',
  headline: 'Ferry </script><script>x</script> & the “quay”: a --- vote',
  standfirst: 'One line: with # signs',
  kicker: '',
  byline: 'A reporter',
  dateline: 'Harbour',
  slug: 'ferry-vote',
  sectionId: null,
  hashtags: ['ferry', 'मौसम'],
  body: EMPTY_DOCUMENT,
  language: 'en',
  direction: 'ltr',
  status: 'draft',
  wordCount: 2,
  createdAt: Date.UTC(2026, 2, 4),
  updatedAt: Date.UTC(2026, 2, 5),
  trashedAt: null,
  version: 3,
};

const withBody = (markdown: string): Article => ({
  ...article,
  body: documentJsonOf(fromMarkdown(markdown)),
});

describe('Markdown', () => {
  test('opens with the fields as YAML, empty ones left out', () => {
    const [, yaml = ''] = formats.markdown.render(article, context).split(/^---$/mu);
    expect(parse(yaml)).toEqual({
      headline: article.headline,
      standfirst: article.standfirst,
      byline: 'A reporter',
      dateline: 'Harbour',
      slug: 'ferry-vote',
      section: 'City',
      hashtags: ['ferry', 'मौसम'],
      status: 'draft',
      language: 'en',
      direction: 'ltr',
      created: '2026-03-04T00:00:00.000Z',
      updated: '2026-03-05T00:00:00.000Z',
      id: article.id,
    });
  });

  test('names an image where it stands beside the file, and nothing else that looks like it', () => {
    const story = withBody(`![A quay](<asset:${hash}> "Caption")\n\n\`![x](<asset:${hash}>)\` in code`);
    const text = formats.markdown.render(story, context);
    expect(text).toContain(`![A quay](assets/${hash}.jpg "Caption")`);
    expect(text).toContain(`\`![x](<asset:${hash}>)\``);
    const [, , body = ''] = text.split(/^---$/mu);
    expect(documentJsonOf(fromMarkdown(body))).toEqual(story.body);
  });

  test('is read by another reader of CommonMark as it was written', () => {
    const story = withBody('1\\. not a list\n\n## Crosshead\n\n\\# not a heading, *but* stressed');
    const [, , body = ''] = formats.markdown.render(story, context).split(/^---$/mu);
    const kinds: string[] = [];
    const walker = new Parser().parse(body).walker();
    for (let step = walker.next(); step; step = walker.next()) if (step.entering) kinds.push(step.node.type);
    expect(kinds.filter((kind) => ['list', 'heading', 'paragraph', 'emph'].includes(kind))).toEqual([
      'paragraph',
      'heading',
      'paragraph',
      'emph',
    ]);
  });
});

describe('an HTML page', async () => {
  const page = await formats.html.render(withBody('Text\n\n<!-- ad:mid-article slot-1 -->\n\nMore'), context);
  const document = parseDocument(page).documentElement as unknown as HtmlElement;

  test('shows the fields as they were written', () => {
    expect(document.querySelector('h1')?.textContent).toBe(article.headline);
    expect(document.querySelector('title')?.textContent).toBe(article.headline);
    expect(document.querySelector('.hashtags')?.textContent).toBe('#ferry #मौसम');
    expect(document.getAttribute('lang')).toBe('en');
  });

  test('lets no text end its script element', () => {
    expect([...document.querySelectorAll('script')]).toHaveLength(1);
    const data = JSON.parse(document.querySelector('script')?.textContent ?? '') as Record<string, unknown>;
    expect(data).toMatchObject({
      '@type': 'NewsArticle',
      headline: article.headline,
      articleSection: 'City',
      keywords: ['ferry', 'मौसम'],
    });
  });

  test('holds each ad slot with its sizes', () => {
    const slot = document.querySelector('aside.ad-slot');
    expect(slot?.getAttribute('data-slot')).toBe('mid-article');
    expect(JSON.parse(slot?.getAttribute('data-sizes') ?? '')).toEqual({
      '0': [[300, 250]],
      '728': [[728, 90]],
    });
  });
});

test('a fragment is the body alone', () => {
  const fragment = formats['html-fragment'].render(withBody('Text'), context);
  expect(fragment).toMatch(/^<p[^>]*>Text<\/p>\n$/u);
});

test('JSON holds the whole article and its section by name', () => {
  expect(JSON.parse(formats.json.render(article, context))).toEqual({ ...article, section: 'City' });
});
