import { describe, expect, test } from 'vitest';
import { toMarkdown } from '#shared/document/toMarkdown';
import { markdownDraft } from './markdownDraft';

const body = (text: string): string => toMarkdown(markdownDraft(text).body).trim();

describe('front matter', () => {
  test('of our own export gives every field', () => {
    const draft = markdownDraft(
      '---\nheadline: "The bridge: closed"\nstandfirst: Engineers found cracks\nkicker: City\nbyline: Ana Example\ndateline: Harbour\nslug: the-bridge\nsection: City\nhashtags:\n  - bridge\n  - City_2\nstatus: draft\nlanguage: en\ndirection: ltr\ncreated: 2025-10-12T10:00:00.000Z\nid: x\n---\n\nText.\n',
    );
    expect(draft).toMatchObject({
      fields: {
        headline: 'The bridge: closed',
        standfirst: 'Engineers found cracks',
        kicker: 'City',
        byline: 'Ana Example',
        dateline: 'Harbour',
        slug: 'the-bridge',
      },
      section: 'City',
      hashtags: ['bridge', 'City_2'],
      told: { language: 'en', direction: 'ltr' },
      leftOut: [],
    });
  });

  test.each([
    ['title: A\ncategories: [City, News]\ntags: [old bridge, "#river"]\nauthor: Ana Example'],
    ['title: A\ncategory: City\ntags: old bridge, river\nauthors:\n  - name: Ana Example'],
    ['title: A\nsection: City\nkeywords: "#oldbridge #river"\nbyline: Ana Example'],
  ])('of other programs is read: %j', (yaml) => {
    const { fields, section, hashtags } = markdownDraft(`---\n${yaml}\n---\nText.`);
    expect({ headline: fields.headline, byline: fields.byline, section, hashtags }).toEqual({
      headline: 'A',
      byline: 'Ana Example',
      section: 'City',
      hashtags: ['oldbridge', 'river'],
    });
  });

  test('with a colon in a headline, which YAML forbids and people write, is read all the same', () => {
    const yaml =
      'headline: Budget: "buses" up, car parks down\nstandfirst: What it says, and why:\nsection: City\nlayout: post: wide';
    const { fields, section, leftOut } = markdownDraft(`---\n${yaml}\n---\nText.`);
    expect([fields.headline, fields.standfirst, section]).toEqual([
      'Budget: "buses" up, car parks down',
      'What it says, and why:',
      'City',
    ]);
    expect(leftOut).toEqual([{ text: 'layout: "post: wide"', reason: 'other', before: 0 }]);
  });

  test('with keys that no field is made for keeps them in the report', () => {
    const { leftOut } = markdownDraft('---\ntitle: A\nlayout: post\nweight: 3\n---\nText.');
    expect(leftOut).toEqual([{ text: 'layout: post\nweight: 3', reason: 'other', before: 0 }]);
  });

  test.each(['title: "A', '- a\n- b', 'a: b: c\n- d'])('that is not YAML is kept whole: %j', (yaml) => {
    const draft = markdownDraft(`---\n${yaml}\n---\n\n# The bridge\n\nText.`);
    expect(draft.leftOut).toContainEqual({ text: yaml, reason: 'other', before: 0 });
    expect(draft.notices).toHaveLength(1);
    expect(draft.fields.headline).toBe('The bridge');
    expect(toMarkdown(draft.body).trim()).toBe('Text.');
  });

  test('is not a rule at the top', () => {
    expect(body('---\n\nText.')).toBe('***\n\nText.');
  });
});

describe('the headline', () => {
  test.each([
    '# The *bridge* closes\n\nText.',
    'The bridge closes\n=====\n\nText.',
    '\n\n# The bridge closes #\nText.',
  ])('is the heading at the top: %j', (text) => {
    expect(markdownDraft(text).fields.headline).toBe('The bridge closes');
    expect(body(text)).toBe('Text.');
  });

  test('that the front matter gives is not repeated', () => {
    const draft = markdownDraft('---\ntitle: The bridge\n---\n# The bridge\n\nText.');
    expect(toMarkdown(draft.body).trim()).toBe('Text.');
    expect(draft.leftOut).toEqual([{ text: '# The bridge', reason: 'repeated_headline', before: 0 }]);
  });

  test('leaves other headings in the story', () => {
    expect(body('---\ntitle: The bridge\n---\n# A crosshead\n\nText.')).toContain('# A crosshead');
    expect(body('## A crosshead\n\nText.')).toBe('## A crosshead\n\nText.');
  });
});

describe('the story', () => {
  test('is read as Markdown', () => {
    const text =
      'A _b_ [c](https://example.org).\n\n> Quote\n\n- one\n- two\n\n<!-- ad:mid-article x1 -->\n\nShare\n\nEnd.';
    expect(body(text)).toBe(text);
  });

  test('has slots where it had ad marks, one for neighbours', () => {
    expect(body('One.\n\nAdvertisement\n\n[adinserter name="x"]\n\nTwo.')).toBe(
      'One.\n\n<!-- ad:in-article-1 -->\n\nTwo.',
    );
  });

  test('gives its hashtags where the front matter has none', () => {
    expect(markdownDraft('One.\n\n\\#bridge #river')).toMatchObject({ hashtags: ['bridge', 'river'] });
    expect(markdownDraft('---\ntags: [a1]\n---\nOne.\n\n\\#bridge').hashtags).toEqual(['a1']);
  });
});
