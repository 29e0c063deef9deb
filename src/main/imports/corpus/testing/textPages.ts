import type { Dress } from './dress';

/** Pages as people paste them: everything selected, copied, and dropped into the import as text. */

const join = (...lines: readonly (string | readonly string[])[]): string => lines.flat().join('\n');

const byOf = (by: string, name: string): string => by.replace('%', name);

/** A large site: menus above and below, breadcrumb levels one per line, a list of tags. */
const portal: Dress = ({ story, furniture: f }) => ({
  source: join(
    f.skip,
    f.menu,
    f.login,
    f.home,
    story.section,
    story.headline,
    story.standfirst,
    byOf(f.by, story.author),
    f.date,
    f.updated,
    f.share,
    ['Facebook', 'X', 'WhatsApp'],
    story.caption,
    `${f.credit} ${f.otherAuthor}`,
    story.prose.slice(0, 2),
    story.crosshead,
    `${f.related}: ${f.others[0]}`,
    story.prose.slice(2),
    f.tagLabel,
    story.tags,
    f.related,
    f.others,
    f.comments,
    f.commenter,
    f.comment,
    f.menu,
    f.rights,
  ),
});

/** A theme that prints the breadcrumb without separators, and counters under the byline. */
const glued: Dress = ({ story, furniture: f }) => {
  const [before = '', after = ''] = f.by.split('%');
  const by = before === '' || after !== '' ? [byOf(f.by, story.author)] : [before.trim(), story.author];
  return {
    source: join(
      f.newsletter,
      '',
      'spot_img',
      '',
      f.others[0],
      '',
      f.teaser,
      `${f.home}${story.section}${story.headline}`,
      '',
      story.headline,
      '',
      by,
      '-',
      f.date,
      '0',
      '27',
      '',
      story.prose.flatMap((paragraph) => [paragraph, '']),
      story.tags.map((tag) => `#${tag.replaceAll(' ', '')}`).join(', '),
      '',
      f.newsletter,
    ),
  };
};

/** The tab's title on top, and the date run together with the name. */
const titled: Dress = ({ story, furniture: f }) => ({
  source: join(
    `${story.headline} - ${f.site}`,
    f.menu.join(' | '),
    '',
    story.section,
    story.headline,
    `${byOf(f.by, story.author)}${/[\p{L}]$/u.test(f.by) ? ' ' : ''}${f.date}`,
    `· ${f.readTime}`,
    '',
    story.prose.flatMap((paragraph) => [paragraph, '']),
    f.related,
    f.others,
    f.teaser,
    `${story.headline} | ${f.site}`,
    f.rights,
  ),
});

/** A menu word above the headline and again in the footer, more often than the headline. */
const bare: Dress = ({ story }) => ({
  byline: '',
  source: join(
    story.section,
    '',
    story.headline,
    '',
    story.prose.flatMap((paragraph) => [paragraph, '']),
    story.section,
  ),
});

/** The breadcrumb ends with the word "article". */
const trail: Dress = ({ story, furniture: f }) => ({
  section: story.section,
  source: join(
    f.menu,
    `${f.home} > ${story.section} > ${f.article}`,
    story.headline,
    `${f.date}  ${f.site}`,
    byOf(f.by, story.author),
    f.share,
    story.prose,
    `(${f.site})`,
    f.related,
    f.others,
    f.menu,
    f.rights,
  ),
});

/** A weblog: byline and date on one line, links to its neighbours below. */
const weblog: Dress = ({ story, furniture: f }) => ({
  source: join(
    f.site,
    f.home,
    f.menu,
    '',
    story.headline,
    `${byOf(f.by, story.author)} | ${f.date} | ${story.section}`,
    '',
    story.prose.flatMap((paragraph) => [paragraph, '']),
    f.others[1],
    f.others[2],
    f.comments,
    f.commenter,
    f.date,
    f.comment,
    f.site,
    f.rights,
  ),
});

/** A magazine: kicker, standfirst, and the name without "by" above a role and a date. */
const magazine: Dress = ({ story, furniture: f }) => ({
  source: join(
    f.site,
    f.menu,
    '',
    story.section.toUpperCase(),
    story.headline,
    story.standfirst,
    '',
    byOf(f.by, story.author),
    f.role,
    f.date,
    f.readTime,
    '',
    story.prose[0] ?? '',
    '',
    story.crosshead,
    '',
    story.prose.slice(1).flatMap((paragraph) => [paragraph, '']),
    story.author,
    f.role,
    '',
    f.site,
    f.menu,
  ),
});

/** Other stories with bylines of their own come before this one. */
const wall: Dress = ({ story, furniture: f }) => ({
  source: join(
    f.menu,
    f.others.flatMap((title, nth) => [String(nth + 1), title]),
    '',
    f.others[0],
    byOf(f.by, f.otherAuthor),
    f.teaser,
    '',
    f.others[1],
    '',
    story.section,
    story.headline,
    byOf(f.by, story.author),
    f.date,
    f.comments,
    '',
    story.prose.flatMap((paragraph) => [paragraph, '']),
    f.others[2],
    byOf(f.by, f.otherAuthor),
    f.date,
    f.menu,
    story.section,
    f.rights,
  ),
});

/** Only the story itself was copied. */
const excerpt: Dress = ({ story, furniture: f }) => ({
  source: join(
    story.headline,
    '',
    byOf(f.by, story.author),
    '',
    story.prose.flatMap((paragraph) => [paragraph, '']),
  ),
});

/** Contact data beside the name, as local papers print them. */
const contact: Dress = ({ story, furniture: f }) => ({
  source: join(
    f.site,
    f.menu,
    f.home,
    story.section,
    story.headline,
    '',
    story.standfirst,
    '',
    `${byOf(f.by, story.author)} newsdesk@example.org`,
    '@example_desk',
    f.date,
    f.share,
    '',
    story.prose.flatMap((paragraph) => [paragraph, '']),
    f.related,
    f.others,
  ),
});

/** Dates above the byline, the headline cut short in the breadcrumb, and a caption before the story. */
const stamped: Dress = ({ story, furniture: f }) => ({
  source: join(
    f.login,
    f.menu,
    `${f.home} / ${story.section} / ${cutShort(story.headline)}`,
    f.date,
    f.updated,
    story.headline,
    byOf(f.by, story.author),
    f.readTime,
    `${f.credit} ${f.otherAuthor}`,
    f.share,
    story.prose,
    `${f.tagLabel}: ${story.tags.join(', ')}`,
    f.comments,
    f.menu,
  ),
});

function cutShort(headline: string): string {
  return headline.length > 30 ? `${headline.slice(0, 26).trim()}…` : headline;
}

export const textPages = {
  portal,
  glued,
  titled,
  bare,
  trail,
  weblog,
  magazine,
  wall,
  excerpt,
  contact,
  stamped,
} as const satisfies Record<string, Dress>;
