import type { ArticleContent } from '#shared/domain/article';
import { sectionKey } from '#shared/domain/section';
import { toHashtags } from '../text/hashtagLine';
import { isArticleWord, isHome, sectionOf } from '../text/breadcrumb';
import type { NewsArticle } from './newsArticle';
import { readNewsArticle } from './newsArticle';
import type { PageElement } from '../../dom/linkedomTree';
import { standfirsts } from './page';
import { findPageByline } from './pageByline';
import { findPageHeadline } from './pageHeadline';
import { pageTexts } from './pageLines';
import { metaOf, siteNamesOf, textOf, textsOf, titlesOf } from './pageTitles';

/** What a page says of its story outside the story's text. */
export interface PageFacts {
  readonly headline: string;
  readonly standfirst: string;
  readonly kicker: string;
  readonly byline: string;
  readonly dateline: string;
  readonly section: string | null;
  readonly hashtags: readonly string[];
  /** The same as the page spells them. */
  readonly tagNames: readonly string[];
  readonly language: string;
  readonly direction: ArticleContent['direction'];
}

/** Reads the page's headings, links and metadata: schema.org's NewsArticle, Open Graph, rel="tag". */
export function readPageFacts(page: PageElement, known: ReadonlySet<string>): PageFacts {
  const said = titlesOf(page);
  const article = readNewsArticle(page, said);
  const titles = [article.headline, ...said].filter(Boolean);
  const sites = [...siteNamesOf(page), ...article.sites];
  const lines = pageTexts(page);
  const found = findPageHeadline(page, { titles, sites, lines });
  const headline = found.text;
  const tagNames = findTags(page, article);
  const root = page.querySelector('html');
  const direction = (root ?? page.querySelector('[dir]'))?.getAttribute('dir') ?? '';
  return {
    headline,
    standfirst: textOf(page.querySelector(standfirsts)) || whole(article.description),
    kicker: textOf(page.querySelector('.kicker')),
    byline: findPageByline(page, { headline: found, authors: article.authors, sites, lines }),
    dateline: article.dateline,
    section: findSection(page, article, headline, known),
    hashtags: toHashtags(tagNames),
    tagNames,
    language: root?.getAttribute('lang') ?? article.language,
    direction: direction === 'rtl' || direction === 'ltr' ? direction : 'auto',
  };
}

/** A description that its site cut off is not a standfirst. */
function whole(description: string): string {
  return /(?:…|\.\.\.|\[…\]|\[&hellip;\])$/u.test(description) ? '' : description;
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
    metaOf(page, 'article:section'),
    textsOf(page, trails),
    article.trail,
    textsOf(page, '[rel~="category"]'),
  ];
  const levels = sources.map((names) =>
    names.filter((name) => !isHome(name) && !isArticleWord(name) && name !== headline && name.length <= 60),
  );
  const best =
    levels.find((names) => names.some((name) => known.has(sectionKey(name)))) ??
    levels.find((names) => names.length > 0);
  return sectionOf(best ?? [], known);
}

/** A single `article:tag` with commas is a list; among several, a comma belongs to its tag ("Springfield, North"). */
function tagList(said: readonly string[]): readonly string[] {
  const [only = ''] = said;
  return said.length === 1 ? only.split(/[,;،、，；]/u) : said;
}

/** The tags that the page shows, or else those in its metadata. */
function findTags(page: PageElement, article: NewsArticle): readonly string[] {
  const sources = [
    textsOf(page, '[rel~="tag"]'),
    tagList(metaOf(page, 'article:tag', 'og:article:tag')),
    article.keywords,
    metaOf(page, 'news_keywords', 'parsely-tags').flatMap((list) => list.split(',')),
  ];
  return sources.find((names) => toHashtags(names).length > 0) ?? [];
}
