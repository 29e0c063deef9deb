import { expect, test } from 'vitest';
import { fromMarkdown } from './fromMarkdown';
import { homelessLinks, withoutLinks } from './homelessLinks';
import { namesNoSite } from './safeUrl';
import { toMarkdown } from './toMarkdown';

test.each(['/x/y', 'page.html', '../a', './a', '?q=1', 'a/b'])('%s names no site', (address) => {
  expect(namesNoSite(address)).toBe(true);
});

test.each(['#part', 'https://example.org/a', '//example.org/a', 'mailto:a@example.org', 'tel:112', ''])(
  '“%s” leads to the same place from everywhere',
  (address) => {
    expect(namesNoSite(address)).toBe(false);
  },
);

test('only the links that are named become text, in lists and quotes too, and the other marks stay', () => {
  const story = fromMarkdown('> [*a* b](/x)\n\n- [c](/x)\n- [d](/y)\n\n[e](#z)');
  expect(homelessLinks(story)).toEqual(['/x', '/y']);
  const { doc, taken } = withoutLinks(story, new Set(['/x', '/never']));
  expect(taken).toEqual(['/x']);
  expect(toMarkdown(doc).trim()).toBe('> _a_ b\n\n- c\n- [d](/y)\n\n[e](#z)');
  expect(withoutLinks(story, new Set()).doc).toBe(story);
});
