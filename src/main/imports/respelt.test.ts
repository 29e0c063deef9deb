import { describe, expect, test } from 'vitest';
import { readText } from './readSource';
import { recognise } from './recognise';
import { respeltNotices } from './draft';

const story =
  'The council voted on Monday evening to close the old bridge for a year, after engineers had found cracks.';
const html = (head: string, foot = ''): string =>
  `<html><head><title>Bridge</title>${head}</head><body><article><h1>Bridge</h1><p>${story}</p>${foot}</article></body></html>`;

describe('what became of a tag of several words is reported', () => {
  test.each([
    ['page.txt', `Bridge closes\n\n${story}\n\n#hand-made #river`],
    ['page.txt', `Bridge closes\n\n${story}\n\nTags: hand-made, river`],
    ['page.txt', `Bridge closes\n\n${story}\n\nTags\nhand-made\nriver`],
    ['page.md', `# Bridge closes\n\n${story}\n\n\\#hand-made #river`],
    ['page.md', `---\ntags: [hand-made, river]\n---\n\n${story}`],
    ['page.html', html('<meta property="article:tag" content="hand-made, river">')],
    ['page.html', html('', '<a rel="tag" href="/a">hand-made</a><a rel="tag" href="/b">river</a>')],
    ['page.html', html('', '<p>#hand-made #river</p>')],
  ])('in %s: %s', (name, source) => {
    const { fields, notices } = recognise(readText(source, name), { sections: [] });
    expect(fields.hashtags).toEqual(['handmade', 'river']);
    expect(notices.join('\n')).toContain('“hand-made” became #handmade');
  });
});

test('words that are only joined, and marks before them, are no news', () => {
  expect(respeltNotices(['city council', '#river', 'città', '🌊'])).toEqual([]);
});

test('a tag of which nothing is left is named, and a long list is counted', () => {
  expect(respeltNotices(['+++'])[0]).toContain('“+++” was left out');
  const many = Array.from({ length: 14 }, (_, nth) => `a-${nth}`);
  expect(respeltNotices(many)[0]).toMatch(/“a-9” became #a9, and 4 more changed\.$/);
});
