import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ADDRESS_LIMIT, readAppAddress } from './appAddress';

const article = '01890000-0000-7000-8000-000000000001';
const blank = { headline: '', standfirst: '', section: '', text: '' };

test('an address names an article to open', () => {
  const open = { kind: 'open', id: article };
  expect(readAppAddress(`nutgraf://open/${article}`)).toEqual(open);
  expect(readAppAddress(`NUTGRAF://open/${article}/`)).toEqual(open);
});

test('an address describes an article, as web forms and encodeURIComponent write it', () => {
  const query = 'headline=A+%22new%22%20bridge&section=City&text=One.%0A%0A1%2B1%20%26%20more';
  expect(readAppAddress(`nutgraf://new?${query}`)).toEqual({
    kind: 'new',
    draft: { ...blank, headline: 'A "new" bridge', section: 'City', text: 'One.\n\n1+1 & more' },
  });
  expect(readAppAddress('nutgraf://new')).toEqual({ kind: 'new', draft: blank });
});

test.each([
  'nutgraf:',
  'nutgraf://',
  'nutgraf://open',
  'nutgraf://open/',
  'nutgraf://open/../../etc/passwd',
  `nutgraf://open/${article}?x=1`,
  `nutgraf://open/${article}#x`,
  `nutgraf://open/${article}/more`,
  `nutgraf://someone@open/${article}`,
  `nutgraf://open:80/${article}`,
  `nutgraf://delete/${article}`,
  `https://open/${article}`,
  'nutgraf://new?headline=a&headline=b',
  'nutgraf://new?body=x',
  'nutgraf://new?__proto__=x',
  'nutgraf://new?headline=%E0%A4%A',
  'nutgraf://new?headline=a#b',
  'nutgraf://new/open?headline=a',
  `nutgraf://new?headline=${'a'.repeat(1001)}`,
  `nutgraf://new?text=${'a'.repeat(20_001)}`,
  `nutgraf://new?text=${'%61'.repeat(ADDRESS_LIMIT / 3)}`,
])('%.60s is refused', (address) => {
  expect(readAppAddress(address)).toBeNull();
});

test('what an address says is what was written into it, whatever that is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const written = encodeURIComponent(text);
      for (const spelt of [written, written.replaceAll('%20', '+')])
        expect(readAppAddress(`nutgraf://new?text=${spelt}`)).toEqual({
          kind: 'new',
          draft: { ...blank, text },
        });
    }),
  );
});
