import fc from 'fast-check';
import yaml from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { Document, Scalar, parse, visit } from 'yaml';
import { type Article, blankContent } from '#shared/domain/article';
import { readFrontMatter } from '../imports/markdown/frontMatter';
import { type FrontMatterPreset, frontMatter } from './frontMatter';

const article: Article = {
  ...blankContent,
  id: '01900000-0000-7000-8000-000000000001',
  headline: 'Harbour votes',
  standfirst: 'A standfirst: with a colon',
  kicker: '',
  byline: 'Ana Bo',
  dateline: '',
  slug: 'harbour-votes',
  sectionId: null,
  hashtags: ['harbour'],
  body: { type: 'doc', content: [{ type: 'paragraph' }] },
  language: 'no',
  direction: 'auto',
  status: 'draft',
  wordCount: 0,
  createdAt: Date.UTC(2026, 2, 4, 12),
  updatedAt: Date.UTC(2026, 2, 5, 12),
  trashedAt: null,
  version: 1,
};

const yamlOf = (change: Partial<Article>, preset: FrontMatterPreset = 'nutgraf'): string => {
  const facts = { article: { ...article, ...change }, section: 'City', figures: [] };
  return frontMatter(preset, facts).replace(/^---$/gmu, '');
};

/** Readers of YAML 1.1, of 1.2, and one that is neither quite. */
const readers = {
  '1.1': (text: string) => parse(text, { version: '1.1' }) as unknown,
  '1.2': (text: string) => parse(text, { version: '1.2' }) as unknown,
  'js-yaml': (text: string) => yaml.load(text),
};

describe.each(Object.entries(readers))('read by %s', (_name, read) => {
  test.each([
    'yes',
    'No',
    'on',
    'OFF',
    'y',
    'N',
    'true',
    'null',
    '~',
    '',
    'NaN',
    '.inf',
    '=',
    '2026-03-04',
    '2026-03-04T12:00:00Z',
    '1:20',
    '0o7',
    '012',
    '0x1f',
    '1_000',
    '1e3',
    '.5',
    '+1',
    '0b1',
    'a: b',
    'a #b',
    '# a',
    '- a',
    '"quoted"',
    "'",
    '[a]',
    '{a}',
    '*a',
    '&a',
    '!a',
    '%a',
    '@a',
    '`a',
    '|',
    '>',
    'back\\slash',
    'tab\there',
    'यह ख़बर',
    '港口：关闭',
    '🚢',
    'two words',
  ])('%j is the text that it is', (text) => {
    expect(read(yamlOf({ headline: text, hashtags: [text] }))).toMatchObject({
      ...(text === '' ? {} : { headline: text.replace('\t', ' ') }),
      hashtags: [text.replace('\t', ' ')],
      language: 'no',
      created: '2026-03-04T12:00:00.000Z',
    });
  });
});

describe('the keys of a site generator', () => {
  test.each([
    [
      'hugo',
      { title: 'Harbour votes', draft: true, categories: ['City'], lastmod: '2026-03-05T12:00:00.000Z' },
    ],
    ['jekyll', { layout: 'post', title: 'Harbour votes', published: false, categories: ['City'] }],
    ['eleventy', { title: 'Harbour votes', draft: true, category: 'City', tags: ['harbour'] }],
  ] as const)('%s', (preset, keys) => {
    const text = yamlOf({}, preset);
    for (const read of Object.values(readers)) {
      expect(read(text)).toMatchObject({ ...keys, tags: ['harbour'], author: 'Ana Bo', lang: 'no' });
    }
    expect(readFrontMatter(text)).toMatchObject({
      fields: { headline: 'Harbour votes', standfirst: 'A standfirst: with a colon', byline: 'Ana Bo' },
      section: 'City',
      hashtags: ['harbour'],
      told: { language: 'no' },
    });
  });
});

test('a caption and a credit stand apart', () => {
  const figures = [{ src: 'assets/a.jpg', alt: '2019', caption: 'The quay: open', credit: 'Ana Bo' }];
  const text = frontMatter('hugo', { article, section: null, figures }).replace(/^---$/gmu, '');
  expect(yaml.load(text)).toMatchObject({ figures });
});

/** Words, and what YAML gives a meaning somewhere: signs, numbers, spaces, other scripts. */
const piece = fc.oneof(
  fc.constantFrom(...Array.from('-:#,.?!&*|>%@`~=[]{}()\'"’“”–\\ \t')),
  fc.constantFrom(
    ' ',
    ' - ',
    ': ',
    ' #',
    '...',
    '---',
    'yes',
    'null',
    '1.5',
    '2026-03-04',
    'é',
    '港',
    'ह',
    '🚢',
  ),
  fc.stringMatching(/^[a-z]{1,6}$/),
);
const line = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));

test('an entry written without the library is the one that the library writes', () => {
  fc.assert(
    fc.property(line, fc.array(line, { maxLength: 3 }), (headline, hashtags) => {
      const written = yamlOf({ headline, hashtags, standfirst: `${headline}\n${headline}` });
      const document = new Document(parse(written));
      visit(document, {
        Scalar: (key, node) => {
          const isPlain =
            /^\p{L}/u.test(String(node.value)) &&
            !/^(?:y|n|yes|no|on|off|true|false|null)$/iu.test(String(node.value));
          if (key !== 'key' && typeof node.value === 'string' && !isPlain) node.type = Scalar.QUOTE_DOUBLE;
        },
      });
      expect(written.trim()).toBe(document.toString({ lineWidth: 0 }).trim());
    }),
    { numRuns: 200 },
  );
});
