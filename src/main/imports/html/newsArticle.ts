import { decodeHTMLStrict } from 'entities';
import type { PageElement } from '../../dom/linkedomTree';

/** What a page's JSON-LD says of its story; empty if it has none (schema.org/NewsArticle). */
export interface NewsArticle {
  readonly headline: string;
  readonly description: string;
  readonly dateline: string;
  readonly language: string;
  readonly authors: readonly string[];
  /** The names of the site and its publisher. */
  readonly sites: readonly string[];
  readonly sections: readonly string[];
  readonly keywords: readonly string[];
  /** The names of its BreadcrumbList, from the top. */
  readonly trail: readonly string[];
}

type Thing = Readonly<Record<string, unknown>>;

/** Reads the first article in the page's JSON-LD, or, of several, the one named by its titles. */
export function readNewsArticle(page: PageElement, titles: readonly string[]): NewsArticle {
  const things = [...page.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) =>
    thingsIn(parse(script.textContent ?? '')),
  );
  const ofType = (type: RegExp): readonly Thing[] =>
    things.filter((thing) => typesOf(thing).some((name) => type.test(name)));
  const articles = ofType(/Article$|BlogPosting$/);
  const isNamed = (thing: Thing): boolean =>
    namesOf(thing['headline'] ?? thing['name']).some((name) => titles.some((title) => title.includes(name)));
  const article = articles.find(isNamed) ?? articles[0] ?? {};
  const [trail = {}] = ofType(/^BreadcrumbList$/);
  const refer = (value: unknown): unknown => referred(value, things);
  return {
    headline: namesOf(article['headline'])[0] ?? '',
    description: namesOf(article['description'])[0] ?? '',
    dateline: namesOf(article['dateline'])[0] ?? '',
    language: namesOf(article['inLanguage'])[0] ?? '',
    authors: asList(article['author']).flatMap((author) => namesOf(refer(author))),
    sites: [
      ...namesOf(refer(article['publisher'])),
      ...ofType(/^WebSite$/).flatMap((site) => namesOf(site['name'])),
    ],
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

/** The objects of a script: one, a list of them, a `@graph`, or what a page is about. */
function thingsIn(value: unknown): readonly Thing[] {
  return asList(value)
    .filter(isThing)
    .flatMap((thing) => [
      thing,
      ...[...asList(thing['@graph']), ...asList(thing['mainEntity'])].filter(isThing),
    ]);
}

/** An object may be elsewhere in the graph, with only its `@id` here (JSON-LD 1.1, 3.3). */
function referred(value: unknown, things: readonly Thing[]): unknown {
  if (!isThing(value) || value['name'] !== undefined) return value;
  return things.find((thing) => thing['@id'] === value['@id'] && thing['name'] !== undefined) ?? value;
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

/** Texts, and the names of objects, as they read: many sites leave HTML’s character references in them. */
function namesOf(value: unknown): readonly string[] {
  return asList(value)
    .flatMap((one) => (isThing(one) ? asList(one['name']) : [one]))
    .filter((one) => typeof one === 'string')
    .map((one) => decodeHTMLStrict(one).replace(/\s+/gu, ' ').trim())
    .filter((one) => one !== '');
}
