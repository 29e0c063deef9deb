import fc from 'fast-check';
import { expect, test } from 'vitest';
import { campaignSize } from '../../../../tools/campaignSize';
import { oddHtml, openHtml } from '../../dom/testing/oddHtml';
import { lostWords } from './testing/lostWords';
import { pagesWith } from './testing/oddPage';

const numRuns = campaignSize(100, 5000);

const kinds = {
  'of odd markup': oddHtml,
  'with odd markup around its story': pagesWith(oddHtml),
  'that leaves open what takes its rest': pagesWith(openHtml),
};

test.each(Object.entries(kinds))(
  'every word that a page %s shows is in a field, the body or the report',
  { timeout: 3_600_000 },
  (_kind, page) => {
    const lost: string[] = [];
    fc.assert(
      fc.property(page, (html) => {
        if (lostWords(html).length > 0) lost.push(html);
      }),
      { numRuns },
    );
    expect(lost).toEqual([]);
  },
);
