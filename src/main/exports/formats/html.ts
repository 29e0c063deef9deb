import { parseDocument } from '#shared/document/document';
import { escapeHtml } from '#shared/document/html';
import { type HtmlOptions, toHtml } from '#shared/document/toHtml';
import { toPlainText } from '#shared/document/toPlainText';
import type { Article } from '#shared/domain/article';
import { articleDirection, type Direction, lineDirection } from '#shared/domain/direction';
import type { ExportContext, Format } from '../format';

/** Readable on its own: fetches nothing and runs nothing. */
const style = `
body { margin: 2rem auto; max-width: 42rem; padding: 0 1rem; font: 1.125rem/1.6 Georgia, serif; color: #1c1a17; background: #fdfcf9 }
h1 { line-height: 1.15 } figure { margin: 1.5rem 0 } img { max-width: 100%; height: auto } pre { overflow-x: auto; padding: 1rem; border: 1px solid #8884 }
.standfirst { font-size: 1.25rem } .kicker, .byline, .hashtags, figcaption, .ad-slot { color: #56514a; font-size: .875rem }
.ad-slot { border: 1px dashed #d9c68c; padding: 1rem; text-align: center }
@media (prefers-color-scheme: dark) { body { color: #ebe7df; background: #191817 } .standfirst, .kicker, .byline, .hashtags, figcaption, .ad-slot { color: #b5afa4 } }
`;

/** A whole page: `<head>` with schema.org's NewsArticle, the fields, the body. */
export const html = { render: page } satisfies Format;

async function page(article: Article, context: ExportContext): Promise<string> {
  const { headline, standfirst } = article;
  const body = parseDocument(article.body);
  // What recognises a language is more than all of the writers together, so only this one loads it.
  const { scriptOf } = await import('#shared/document/script');
  const { language, direction } = scriptOf(article, body);
  const lines = [
    '<!doctype html>',
    `<html${attribute('lang', language)}${attribute('dir', direction)}>`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeHtml(headline)}</title>`,
    standfirst === '' ? '' : `<meta name="description"${attribute('content', standfirst)}>`,
    `<script type="application/ld+json">${newsArticle({ ...article, language }, context)}</script>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<article>',
    ...header(article, direction),
    toHtml(body, { ...htmlOptions(context), direction, inArticle: true }),
    hashtagLine(article.hashtags),
    '</article>',
    '</body>',
    '</html>',
  ];
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}

function header(article: Article, around: Direction): readonly string[] {
  const { kicker, headline, standfirst, byline, dateline } = article;
  const signature = [byline, dateline].filter((part) => part !== '').join(' · ');
  const dir = (text: string): string => {
    const own = lineDirection(text, article.direction, around);
    return own === around ? '' : attribute('dir', own);
  };
  return [
    element('p', 'kicker', kicker, dir(kicker)),
    `<h1${dir(headline)}>${escapeHtml(headline)}</h1>`,
    element('p', 'standfirst', standfirst, dir(standfirst)),
    element('p', 'byline', signature, dir(signature)),
  ];
}

function hashtagLine(hashtags: readonly string[]): string {
  return element('p', 'hashtags', hashtags.map((tag) => `#${tag}`).join(' '));
}

function element(name: string, className: string, text: string, dir = ''): string {
  return text === '' ? '' : `<${name} class="${className}"${dir}>${escapeHtml(text)}</${name}>`;
}

function attribute(name: string, value: string): string {
  return value === '' ? '' : ` ${name}="${escapeHtml(value)}"`;
}

/** The body alone, to be put into a page. */
export const htmlFragment = {
  render: (article, context) => {
    const body = parseDocument(article.body);
    const direction = articleDirection(article, toPlainText(body));
    return `${toHtml(body, { ...htmlOptions(context), direction })}\n`;
  },
} satisfies Format;

/** How figures and ad slots are written for a file: images from beside it, slots as a plain `<aside>`. */
function htmlOptions({ assetPath, adSlots }: ExportContext): HtmlOptions {
  return {
    imageAddress: assetPath,
    adSlot: ({ id, slotKey }) => {
      const slot = adSlots.get(slotKey);
      const sizes = slot === undefined ? '' : ` data-sizes="${escapeHtml(JSON.stringify(slot.sizes))}"`;
      const label = slot?.label ?? 'Advertisement';
      const shown = slot?.showLabel === true ? escapeHtml(label) : '';
      return `<aside class="ad-slot" role="complementary" aria-label="${escapeHtml(label)}" data-slot="${escapeHtml(slotKey)}" data-slot-id="${escapeHtml(id)}"${sizes}>${shown}</aside>`;
    },
  };
}

/** schema.org/NewsArticle as JSON-LD; `<` is escaped so that no text can close the script element. */
function newsArticle(article: Article, { section }: ExportContext): string {
  const { headline, standfirst, byline, dateline, hashtags, language, wordCount } = article;
  const all = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline,
    description: standfirst,
    author: byline === '' ? '' : { '@type': 'Person', name: byline },
    dateline,
    articleSection: section ?? '',
    keywords: hashtags,
    inLanguage: language,
    wordCount,
    dateCreated: new Date(article.createdAt).toISOString(),
    dateModified: new Date(article.updatedAt).toISOString(),
  };
  const filled = Object.entries(all).filter(([, value]) => value !== '' && !isEmptyList(value));
  return JSON.stringify(Object.fromEntries(filled)).replaceAll('<', '\\u003c');
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
