import fc from 'fast-check';
import { expect, test } from 'vitest';
import { campaignSize } from '../../../../tools/campaignSize';
import { oddHtml, word } from '../../dom/testing/oddHtml';
import { keptText } from './testing/keptText';
import { visibleTexts } from './testing/visibleText';

const numRuns = campaignSize(100, 5000);

test(
  'every word that a page of odd markup shows is in a field, the body or the report',
  { timeout: 3_600_000 },
  () => {
    let lost = 0;
    const words = Array.from({ length: 40 }, (_, index) => word(index));
    fc.assert(
      fc.property(oddHtml, (html) => {
        const kept = keptText(html) ?? '';
        const shown = visibleTexts(html).join(' ');
        lost += words.filter((one) => shown.includes(one) && !kept.includes(one)).length;
      }),
      { numRuns },
    );
    expect(lost).toBe(0);
  },
);
