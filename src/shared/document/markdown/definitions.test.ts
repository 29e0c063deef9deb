import { expect, test } from 'vitest';
import { fromMarkdown } from '../fromMarkdown';
import { toPlainText } from '../toPlainText';

test('a definition that no link uses stays as text, and one that is used does not', () => {
  const text =
    'See [the plan][plan].\n\n[plan]: https://example.org/plan\n[old]: https://example.org/old\n\n- a\n\n  [inner]: https://example.org/inner';
  expect(toPlainText(fromMarkdown(text)).split('\n\n')).toEqual([
    'See the plan.',
    '[old]: https://example.org/old',
    'a',
    '[inner]: https://example.org/inner',
  ]);
});
