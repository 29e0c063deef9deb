import type { ArticleContent } from '#shared/domain/article';
import { sectionKey } from '#shared/domain/section';
import { toHashtag } from '#shared/domain/hashtag';
import { isHome, sectionOf } from '../text/breadcrumb';
import { bylineIn } from '../text/byline';
import type { NewsArticle } from './newsArticle';
import { readNewsArticle } from './newsArticle';
import type { PageElement } from './page';
import { standfirsts } from './page';

/** What a page says of its story outside the story's text. */
export interface PageFacts {
  readonly headline: string;
  readonly standfirst: string;
  readonly kicker: string;
  readonly byline: string;
  readonly dateline: string;
  readonly section: string | null;
  readonly hashtags: readonly string[];
  readonly language: string;
  readonly direction: ArticleContent['direction'];
}

/** Reads the page's headings, links and metadata: schema.org's NewsArticle, Open Graph, rel="tag". */
export function readPageFacts(page: PageElement, known: ReadonlySet<string>): PageFacts {
  const article = readNewsArticle(page);
  const headline = findHeadline(page, article);
  const root = page.querySelector('html');
  const direction = (root ?? page.querySelector('[dir]'))?.getAttribute('dir') ?? '';
  return {
    headline,
    standfirst: textOf(page.querySelector(standfirsts)) || whole(article.description),
    kicker: textOf(page.querySelector('.kicker')),
    byline: findByline(page, article),
    dateline: article.dateline,
    section: findSection(page, article, headline, known),
    hashtags: findTags(page, article),
    language: root?.getAttribute('lang') ?? article.language,
    direction: direction === 'rtl' || direction === 'ltr' ? direction : 'auto',
  };
}

function textOf(element: PageElement | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/gu, ' ').trim();
}

function textsOf(page: PageElement, selector: string): readonly string[] {
  return [...page.querySelectorAll(selector)].map(textOf).filter((text) => text !== '');
}

function meta(page: PageElement, ...names: readonly string[]): readonly string[] {
  const selector = names.map((name) => `meta[property="${name}"], meta[name="${name}"]`).join(', ');
  return [...page.querySelectorAll(selector)]
    .map((element) => element.getAttribute('content')?.trim() ?? '')
    .filter(Boolean);
}

/** A description that its site cut off is no standfirst. */
function whole(description: string): string {
  return /(?:…|\.\.\.|\[…\]|\[&hellip;\])$/u.test(description) ? '' : description;
}

/** The `h1` that the page's title agrees with, else the one in the article, else what the metadata say. */
function findHeadline(page: PageElement, article: NewsArticle): string {
  const titles = [
    article.headline,
    ...meta(page, 'og:title', 'twitter:title'),
    textOf(page.querySelector('title')),
  ].filter(Boolean);
  const site = meta(page, 'og:site_name')[0] ?? '';
  const headings = textsOf(page, 'h1').filter((heading) => same(heading) !== same(site));
  const agrees = (test: (title: string, heading: string) => boolean): string | undefined =>
    headings.find((heading) => titles.some((title) => test(same(title), same(heading))));
  const agreed =
    agrees((title, heading) => title === heading) ?? agrees((title, heading) => title.startsWith(heading));
  const inArticle = textsOf(page, 'article h1, main h1, [role="main"] h1')[0];
  const only = headings.length === 1 ? headings[0] : undefined;
  return agreed ?? inArticle ?? only ?? withoutSite(titles[0] ?? '', site);
}

function same(text: string): string {
  return text
    .replace(/[\s\u2018\u2019\u201c\u201d'"]+/gu, ' ')
    .trim()
    .toLowerCase();
}

function withoutSite(title: string, site: string): string {
  const parts = title.split(/\s+[-–—|»·]\s+/u);
  const last = parts.at(-1) ?? '';
  const isSite = parts.length > 1 && (last === site || last.split(' ').length <= 4);
  return isSite ? title.slice(0, title.lastIndexOf(last)).replace(/\s+[-–—|»·]\s+$/u, '') : title;
}

function findByline(page: PageElement, article: NewsArticle): string {
  if (article.authors.length > 0) return article.authors.join(', ');
  const shown = textsOf(
    page,
    '[rel~="author"], [itemprop="author"] [itemprop="name"], .byline, .author-name',
  )[0];
  const said = shown ?? meta(page, 'author', 'article:author').find((name) => !/^https?:/i.test(name)) ?? '';
  return bylineIn(said) ?? said;
}

const trails =
  '[aria-label*="breadcrumb" i] a, [class*="breadcrumb" i] a, [class*="crumb" i] a, [itemtype*="BreadcrumbList"] a';

function findSection(
  page: PageElement,
  article: NewsArticle,
  headline: string,
  known: ReadonlySet<string>,
): string | null {
  const sources = [
    article.sections,
    meta(page, 'article:section'),
    textsOf(page, trails),
    article.trail,
    textsOf(page, '[rel~="category"]'),
  ];
  const levels = sources.map((names) =>
    names.filter((name) => !isHome(name) && name !== headline && name.length <= 60),
  );
  const best =
    levels.find((names) => names.some((name) => known.has(sectionKey(name)))) ??
    levels.find((names) => names.length > 0);
  return sectionOf(best ?? [], known);
}

/** The tags that the page shows; where it shows none, those that it says. */
function findTags(page: PageElement, article: NewsArticle): readonly string[] {
  const sources = [
    textsOf(page, '[rel~="tag"]'),
    meta(page, 'article:tag', 'og:article:tag'),
    article.keywords,
    meta(page, 'news_keywords', 'parsely-tags').flatMap((list) => list.split(',')),
  ];
  const tags = sources.map((names) => names.map(toHashtag).filter((tag) => tag !== null));
  return tags.find((list) => list.length > 0) ?? [];
}
