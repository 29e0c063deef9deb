import { expect, test } from 'vitest';
import { safeImageUrl, safeUrl } from './safeUrl';

test.each([
  ['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
  ['HTTP://EXAMPLE.ORG', 'HTTP://EXAMPLE.ORG'],
  ['mailto:desk@example.org', 'mailto:desk@example.org'],
  ['tel:+49301234', 'tel:+49301234'],
  ['/a/b:c', '/a/b:c'],
  ['#part', '#part'],
  ['//example.org/a', '//example.org/a'],
  [' https://example.org/a b\n ', 'https://example.org/a%20b'],
  ['https://example.org/ä/文', 'https://example.org/ä/文'],
])('%j is kept as %j', (url, kept) => {
  expect(safeUrl(url)).toBe(kept);
  expect(safeUrl(kept)).toBe(kept);
});

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' \u0001javascript:x',
  'java\nscript:x',
  'java\tscript:x',
  'java\u0000script:x',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:x',
  'about:blank',
  'view-source:x',
  'app://nutgraf/x',
  '',
  ' \n',
])('%j is refused', (url) => {
  expect(safeUrl(url)).toBeNull();
});

test('a picture is on the web or nowhere', () => {
  expect(safeImageUrl('https://example.org/a b.jpg')).toBe('https://example.org/a%20b.jpg');
  for (const url of [
    '/a.jpg',
    '//example.org/a.jpg',
    'data:image/png;base64,AA',
    'javascript:x',
    'mailto:a@b.example',
  ]) {
    expect(safeImageUrl(url)).toBeNull();
  }
});
