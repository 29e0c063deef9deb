import type { PageElement } from './page';

/** What a page's JSON-LD says of its story; empty where it says nothing (schema.org/NewsArticle). */
export interface NewsArticle {
  readonly headline: string;
  readonly description: string;
  readonly dateline: string;
  readonly language: string;
  readonly authors: readonly string[];
  readonly sections: readonly string[];
  readonly keywords: readonly string[];
  /** The names of its BreadcrumbList, from the top. */
  readonly trail: readonly string[];
}

type Thing = Readonly<Record<string, unknown>>;

export function readNewsArticle(page: PageElement): NewsArticle {
  const things = [...page.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) =>
    thingsIn(parse(script.textContent ?? '')),
  );
  const article =
    things.find((thing) => typesOf(thing).some((type) => /Article$|BlogPosting$/.test(type))) ?? {};
  const trail = things.find((thing) => typesOf(thing).includes('BreadcrumbList')) ?? {};
  const [first = ''] = namesOf(article['headline']);
  return {
    headline: first,
    description: namesOf(article['description'])[0] ?? '',
    dateline: namesOf(article['dateline'])[0] ?? '',
    language: namesOf(article['inLanguage'])[0] ?? '',
    authors: namesOf(article['author']),
    sections: namesOf(article['articleSection'])
      .flatMap((name) => name.split(','))
      .map((name) => name.trim()),
    keywords: namesOf(article['keywords']).flatMap((name) => name.split(',')),
    trail: asList(trail['itemListElement']).flatMap((item) =>
      isThing(item) ? namesOf(item['name'] ?? item['item']) : [],
    ),
  };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** The things of a script: one, a list of them, or a `@graph`. */
function thingsIn(value: unknown): readonly Thing[] {
  return asList(value)
    .filter(isThing)
    .flatMap((thing) => [thing, ...asList(thing['@graph']).filter(isThing)]);
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asList(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

function typesOf(thing: Thing): readonly string[] {
  return asList(thing['@type']).filter((type) => typeof type === 'string');
}

/** Texts, and the names of things. */
function namesOf(value: unknown): readonly string[] {
  return asList(value)
    .map((one) => (isThing(one) ? one['name'] : one))
    .filter((one) => typeof one === 'string')
    .map((one) => one.replace(/\s+/gu, ' ').trim())
    .filter((one) => one !== '');
}
