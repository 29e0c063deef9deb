import { describe, expect, test } from 'vitest';
import { toMarkdown } from '#shared/document/toMarkdown';
import { toPlainText } from '#shared/document/toPlainText';
import { markdownDraft } from './markdownDraft';

const plain = (text: string): readonly string[] => toPlainText(markdownDraft(text).body).split('\n\n');
const reasons = (text: string): readonly string[] =>
  markdownDraft(text).leftOut.map((piece) => `${piece.reason} ${piece.before} ${piece.text}`);

describe('front matter', () => {
  test.each([
    [
      'TOML',
      '+++\ntitle = "Ferry"\ntags = ["harbour", "boats"]\nauthor = "Ana Example"\nweight = 3\n+++\n\nText.',
    ],
    ['JSON', '{"title":"Ferry","tags":["harbour","boats"],"author":"Ana Example","weight":3}\n\nText.'],
    [
      'JSON on lines',
      '{\n  "title": "Ferry",\n  "tags": ["harbour", "boats"],\n  "author": {"name": "Ana Example"},\n  "weight": 3\n}\nText.',
    ],
  ])('of %s is read as YAML is', (_name, text) => {
    const draft = markdownDraft(text);
    expect(draft).toMatchObject({
      fields: { headline: 'Ferry', byline: 'Ana Example' },
      hashtags: ['harbour', 'boats'],
      leftOut: [{ text: 'weight: 3', reason: 'other', before: 0 }],
    });
    expect(toMarkdown(draft.body).trim()).toBe('Text.');
  });

  test('that is broken is kept whole, and its language is named', () => {
    const draft = markdownDraft('+++\ntitle = "Ferry\n+++\n\nText.');
    expect(draft.leftOut).toContainEqual({ text: 'title = "Ferry', reason: 'other', before: 0 });
    expect(draft.notices?.[0]).toMatch(/not valid TOML/);
  });

  test('that says a field twice keeps the other in the report', () => {
    expect(
      reasons(
        '---\nheadline: One\ntitle: Two\ndescription: Three\nsummary: Three\ncategories: [City, Harbour]\n---\nText.',
      ),
    ).toEqual(['other 0 sections: Harbour\ntitle: Two']);
  });
});

describe('what the story has no block for', () => {
  test('a table keeps its rows and cells, a row a line', () => {
    expect(
      plain('| Ward | Votes |\n| --- | ---: |\n| North | 1,204 |\n| South | **987** |\n\nText.'),
    ).toEqual(['Ward | Votes', 'North | 1,204', 'South | 987', 'Text.']);
  });

  test('code keeps its lines', () => {
    const text = '```js\nlet a = 1;\n  let b = 2;\n\nlet c;\n```\n\n    Advertisement\n    code';
    expect(toMarkdown(markdownDraft(text).body)).toBe(
      '```js\nlet a = 1;\n  let b = 2;\n\nlet c;\n```\n\n```\nAdvertisement\ncode\n```\n',
    );
  });

  test('comments are reported, except those of ad slots', () => {
    const text =
      'One.\n\n<!-- a note\nto the desk -->\n\n<!-- ad:mid-article x1 -->\n\nTwo <!-- here --> and on.';
    expect(reasons(text)).toEqual([
      'source_comment 1 <!-- a note\nto the desk -->',
      'source_comment 3 <!-- here -->',
    ]);
    expect(toMarkdown(markdownDraft(text).body)).toContain('<!-- ad:mid-article x1 -->');
  });

  test('HTML is read as a page is, and reported as it was written', () => {
    const text =
      'One.\n\n<div class="box">\n<p>In a <b>box</b></p>\n</div>\n\nTwo <span style="color:red">red</span> words.';
    expect(plain(text)).toEqual(['One.', 'In a box', 'Two red words.']);
    expect(reasons(text)).toEqual([
      'raw_html 2 <div class="box">\n<p>In a <b>box</b></p>\n</div>',
      'raw_html 3 <span style="color:red">',
      'raw_html 3 </span>',
    ]);
  });

  test.each([
    ['footnotes', 'Text[^1] more.\n\n[^1]: The note says this.', ['[^1]', 'The note says this.']],
    ['a list of terms', 'Term\n: What it means', ['Term', 'What it means']],
    ['tasks', '- [ ] call the mayor\n- [x] write', ['call the mayor', 'write']],
    ['an underlined heading', 'Text.\n\nA crosshead\n---\n\nMore.', ['A crosshead', 'More.']],
    [
      'links by reference',
      '[the plan][p] and ![alt words][p]\n\n[p]: https://example.org/a.jpg "Title"',
      ['the plan'],
    ],
    ['maths', 'The $E = mc^2$ formula\n\n$$\nx_1\n$$', ['$E = mc^2$', 'x_1']],
  ])('%s keep their text', (_what, text, words) => {
    for (const one of words) expect(plain(text).join('\n')).toContain(one);
  });
});

describe('definitions of links', () => {
  test('that no link uses are reported as written, and one that is defined again', () => {
    const text =
      'See [the plan][plan] and ![a map][].\n\n[plan]: https://example.org/plan "The plan"\n[a map]: https://example.org/map.png\n[Old]: <https://example.org/old>\n  "An old plan"\n[PLAN]: https://example.org/other\n\n> [quoted]: https://example.org/quoted';
    expect(markdownDraft(text).leftOut.map((piece) => piece.text)).toEqual([
      'The plan',
      '[Old]: <https://example.org/old>\n  "An old plan"',
      '[PLAN]: https://example.org/other',
      '> [quoted]: https://example.org/quoted',
    ]);
  });

  test('hold for the whole text, on whichever side of its HTML they stand', () => {
    const { body, leftOut } = markdownDraft(
      '[one]: https://example.org/1\n\n[a][one] and [b][two].\n\n<div>HTML</div>\n\n[c][one] and [d][two].\n\n[two]: https://example.org/2',
    );
    expect(toMarkdown(body).match(/\(https:[^)]*\)/g)).toEqual([
      '(https://example.org/1)',
      '(https://example.org/2)',
      '(https://example.org/1)',
      '(https://example.org/2)',
    ]);
    expect(leftOut.map(({ reason }) => reason)).toEqual(['raw_html']);
  });
});

test('tables that became lines are counted, in Markdown and in its HTML', () => {
  const table = '| Ward | Votes |\n| --- | --- |\n| North | 1 |';
  const html = '<table><tr><td>Ward<td>Votes<tr><td>North<td>1</table>';
  expect(markdownDraft(`${table}\n\nText.`).notices).toEqual([
    '1 table became one line per row, with spaces between the cells.',
  ]);
  expect(markdownDraft(`${table}\n\n${html}\n\nText.`).notices).toEqual([
    '2 tables became one line per row, with spaces between the cells.',
  ]);
});

test('links that name no site are named', () => {
  expect(markdownDraft('[a](/about), [b](https://example.org), [c](#part).').notices).toEqual([
    '1 link is incomplete, and nothing says which site the file is from (“/about”). Complete it before you publish: until then it goes out as text, because on your own site it would lead to your own pages.',
  ]);
});

test('a table of more rows than a call has arguments is read', () => {
  expect(markdownDraft(`|a|\n|-|\n${'|b|\n'.repeat(70_000)}`).body.childCount).toBe(70_001);
});
