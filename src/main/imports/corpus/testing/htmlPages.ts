import type { Dress, Told } from './dress';
import { escaped } from './dress';

/** Pages as a browser saves them, each of a different kind. */

const paragraphs = ({ story }: Told): string =>
  story.prose.map((text) => `<p>${escaped(text)}</p>`).join('\n');

const links = (names: readonly string[]): string =>
  names.map((name) => `<li><a href="/x">${escaped(name)}</a></li>`).join('');

const byOf = (by: string, name: string): string => escaped(by.replace('%', name));

const page = (language: string, head: string, body: string): string =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

/** A newsroom's own system: JSON-LD in a list, promos with bylines, a footer. */
const newsroom: Dress = (told) => {
  const { story, furniture: f, language } = told;
  const data = [
    { '@context': 'https://schema.org', '@type': 'Organization', name: f.site },
    {
      '@type': 'NewsArticle',
      headline: story.headline,
      author: [{ '@type': 'Person', name: story.author }],
      publisher: { '@type': 'Organization', name: f.site },
      articleSection: story.section,
    },
  ];
  return {
    source: page(
      language,
      `<title>${escaped(story.headline)} - ${f.site}</title><meta property="og:title" content="${escaped(story.headline)}">
<script type="application/ld+json">${JSON.stringify(data)}</script>`,
      `<header><a class="logo" href="/">${f.site}</a><nav><ul>${links(f.menu)}</ul></nav></header>
<aside class="promo"><h3>${escaped(f.others[0])}</h3><span class="byline">${byOf(f.by, f.otherAuthor)}</span></aside>
<main><article><h1>${escaped(story.headline)}</h1><p class="standfirst">${escaped(story.standfirst)}</p>
<div class="meta"><span class="byline">${byOf(f.by, story.author)}</span><time>${f.date}</time></div>
<div class="body">${paragraphs(told)}</div></article>
<section class="comments"><h2>${f.comments}</h2><div class="comment"><b rel="author">${escaped(f.commenter)}</b><p>${escaped(f.comment)}</p></div></section></main>
<footer>${escaped(f.rights)}</footer>`,
    ),
  };
};

/** A graph of objects that refer to each other, a box about the author, and comments with authors of their own. */
const graph: Dress = (told) => {
  const { story, furniture: f, language } = told;
  const data = {
    '@graph': [
      { '@type': 'WebSite', '@id': 'https://example.org/#site', name: f.site },
      { '@type': 'WebPage', '@id': 'https://example.org/x', name: `${story.headline} - ${f.site}` },
      { '@type': 'Article', headline: story.headline, author: { '@id': 'https://example.org/#person' } },
      { '@type': 'Person', '@id': 'https://example.org/#person', name: story.author },
      { '@type': 'Comment', text: f.comment, author: { '@type': 'Person', name: f.commenter } },
    ],
  };
  return {
    source: page(
      language,
      `<title>${escaped(story.headline)} - ${f.site}</title><meta property="og:site_name" content="${f.site}"><meta property="og:title" content="${escaped(story.headline)} - ${f.site}">
<script type="application/ld+json">${JSON.stringify(data)}</script>`,
      `<header class="site-header"><h1 class="site-title"><a href="/">${f.site}</a></h1><nav><ul>${links(f.menu)}</ul></nav></header>
<div id="content"><article class="post"><header class="entry-header"><h1 class="entry-title">${escaped(story.headline)}</h1>
<div class="entry-meta"><span class="posted-on">${f.date}</span></div></header>
<div class="entry-content">${paragraphs(told)}</div></article>
<div id="comments"><h2>${f.comments}</h2><ol><li class="comment"><cite class="fn">${escaped(f.commenter)}</cite><p>${escaped(f.comment)}</p></li></ol></div></div>
<aside class="widget-area"><h2>${f.related}</h2><ul>${links(f.others)}</ul></aside><footer>${escaped(f.rights)}</footer>`,
    ),
  };
};

/** A weblog whose only `h1` is its name, and whose title begins with it. */
const siteFirst: Dress = (told) => {
  const { story, furniture: f, language } = told;
  return {
    source: page(
      language,
      `<title>${f.site}: ${escaped(story.headline)}</title>`,
      `<div class="header"><h1 class="title">${f.site}</h1></div>
<div class="main"><h2 class="date-header">${f.date}</h2><div class="post hentry"><h3 class="post-title">${escaped(story.headline)}</h3>
<div class="post-body">${paragraphs(told)}</div><div class="post-footer"><span class="post-author vcard">${byOf(f.by, story.author)}</span></div></div></div>
<div class="sidebar"><h2>${f.related}</h2><ul>${links(f.others)}</ul></div>`,
    ),
  };
};

/** `Headline | Section | Site`, the logo as `h1`, the headline as `h2`. */
const piped: Dress = (told) => {
  const { story, furniture: f, language } = told;
  return {
    source: page(
      language,
      `<title>${escaped(story.headline)} | ${story.section} | ${f.site}</title><meta name="author" content="${byOf(f.by, story.author)}">`,
      `<div id="head"><h1 class="logo"><a href="/"><img src="/logo.png" alt="${f.site}"></a></h1><ul class="menu">${links(f.menu)}</ul></div>
<div id="content"><h2>${escaped(story.headline)}</h2><div class="teaser">${escaped(story.standfirst)}</div>${paragraphs(told)}</div>
<div id="right"><h2>${f.related}</h2><h3>${escaped(f.others[0])}</h3><h3>${escaped(f.others[1])}</h3></div><div id="foot">${escaped(f.rights)}</div>`,
    ),
  };
};

/** Microdata, in the comments too. */
const microdata: Dress = (told) => {
  const { story, furniture: f, language } = told;
  const person = (name: string): string =>
    `<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">${escaped(name)}</span></span>`;
  return {
    source: page(
      language,
      `<title>${escaped(story.headline)} – ${f.site}</title>`,
      `<nav><ul>${links(f.menu)}</ul></nav>
<div class="latest"><div itemscope itemtype="https://schema.org/NewsArticle"><h2 itemprop="headline">${escaped(f.others[2])}</h2>${person(f.otherAuthor)}</div></div>
<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">${escaped(story.headline)}</h1>
<p>${person(story.author)} <time itemprop="datePublished">${f.date}</time> <span>${f.readTime}</span></p>
<div itemprop="articleBody">${paragraphs(told)}</div>
<div itemprop="comment" itemscope itemtype="https://schema.org/Comment">${person(f.commenter)}<p itemprop="text">${escaped(f.comment)}</p></div></article>
<footer>${escaped(f.rights)}</footer>`,
    ),
  };
};

/** An old site of tables, without any heading or metadata. */
const tables: Dress = ({ story, furniture: f, language }) => ({
  source: page(
    language,
    `<title>${escaped(story.headline)} – ${f.site}</title>`,
    `<table width="100%"><tr><td colspan="2"><font size="6">${f.site}</font></td></tr><tr><td valign="top" width="150">${f.menu
      .map((name) => `<a href="/x">${escaped(name)}</a><br>`)
      .join(
        '',
      )}</td><td valign="top"><font size="5"><b>${escaped(story.headline)}</b></font><br><i>${byOf(f.by, story.author)}</i><br><br>
${story.prose.map((text) => `${escaped(text)}<br><br>`).join('\n')}</td></tr><tr><td colspan="2"><small>${escaped(f.rights)}</small></td></tr></table>`,
  ),
});

/** Cards of other stories, with headings and authors, come before the story; the head has no metadata. */
const cards: Dress = (told) => {
  const { story, furniture: f, language } = told;
  const card = (title: string): string =>
    `<div class="card"><h2><a href="/x">${escaped(title)}</a></h2><a rel="author" href="/a">${escaped(f.otherAuthor)}</a></div>`;
  return {
    source: page(
      language,
      `<title>${escaped(story.headline)}</title>`,
      `<nav><ul>${links(f.menu)}</ul></nav><div class="cards">${f.others.map(card).join('')}</div>
<main><div class="story"><h1>${escaped(story.headline)}</h1><p>${byOf(f.by, story.author)}</p><p>${f.date}</p>${paragraphs(told)}</div></main>
<div class="cards">${f.others.map(card).join('')}</div><footer>${escaped(f.rights)}</footer>`,
    ),
  };
};

/** An application's page: meaningless class names, one JSON-LD object, the author's address in a meta. */
const hashed: Dress = (told) => {
  const { story, furniture: f, language } = told;
  const data = {
    '@context': 'https://schema.org',
    '@type': ['ReportageNewsArticle', 'NewsArticle'],
    headline: story.headline,
    author: { '@type': 'Person', name: story.author, url: 'https://example.org/people/1' },
    comment: [{ '@type': 'Comment', author: { '@type': 'Person', name: f.commenter } }],
  };
  return {
    source: page(
      language,
      `<title>${escaped(story.headline)} · ${f.site}</title><meta property="article:author" content="https://example.org/people/1">
<script type="application/ld+json">${JSON.stringify(data)}</script>`,
      `<div id="root"><div class="css-1x2y"><div class="css-a9">${f.menu.map((name) => `<a class="css-q" href="/x">${escaped(name)}</a>`).join('')}</div>
<div class="css-77"><div class="css-h1" role="heading" aria-level="1">${escaped(story.headline)}</div><div class="css-by"><span>${byOf(f.by, story.author)}</span><span>${f.date}</span></div>
<div class="css-body">${story.prose.map((text) => `<div class="css-p"><p>${escaped(text)}</p></div>`).join('')}</div></div></div></div>`,
    ),
  };
};

/** A portal whose breadcrumb ends with the word "article"; source, author and editor are spans. */
const crumbed: Dress = (told) => {
  const { story, furniture: f, language } = told;
  return {
    section: story.section,
    source: page(
      language,
      `<title>${escaped(story.headline)}_${f.site}</title>`,
      `<div class="crumb"><a href="/">${f.home}</a> &gt; <a href="/c">${escaped(story.section)}</a> &gt; <a href="#">${f.article}</a></div>
<div class="box"><h1>${escaped(story.headline)}</h1><div class="info"><span class="time">${f.date}</span> <span class="from">${f.site}</span> <span class="author">${byOf(f.by, story.author)}</span></div>
<div class="text">${paragraphs(told)}</div></div><div class="list"><h3>${f.related}</h3><ul>${links(f.others)}</ul></div>`,
    ),
  };
};

/** Two level-1 headings, the section's and the story's; several tags in one meta. */
const sectioned: Dress = (told) => {
  const { story, furniture: f, language } = told;
  return {
    section: story.section,
    source: page(
      language,
      `<title>${escaped(story.headline)} | ${f.site}</title><meta property="og:title" content="${escaped(story.headline)} | ${f.site}"><meta property="article:section" content="${story.section}">
<meta property="article:tag" content="${escaped(story.tags.join(', '))}"><meta name="author" content="${escaped(story.author)}">`,
      `<header><h1>${escaped(story.section)}</h1></header><nav><ul>${links(f.menu)}</ul></nav>
<section><h1>${escaped(story.headline)}</h1><p>${f.date} · ${f.readTime}</p>${paragraphs(told)}</section><footer>${escaped(f.rights)}</footer>`,
    ),
  };
};

/** An address element, run together with date and counters. */
const addressed: Dress = (told) => {
  const { story, furniture: f, language } = told;
  return {
    source: page(
      language,
      `<title>${f.site}</title>`,
      `<header><h1>${f.site}</h1><ul>${links(f.menu)}</ul></header><article><header><h2>${escaped(story.headline)}</h2>
<address class="author">${byOf(f.by, story.author)} <time>${f.date}</time> <span>${f.readTime}</span></address></header>${paragraphs(told)}</article>
<div class="author-box"><a rel="author" href="/a">${escaped(f.otherAuthor)}</a></div>`,
    ),
  };
};

export const htmlPages = {
  newsroom,
  graph,
  siteFirst,
  piped,
  microdata,
  tables,
  cards,
  hashed,
  crumbed,
  sectioned,
  addressed,
} as const satisfies Record<string, Dress>;
