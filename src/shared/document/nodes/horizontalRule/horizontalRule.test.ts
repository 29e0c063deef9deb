import { test } from 'vitest';
import { doc, p, rule, same } from '../../testing/builders';

test('a rule under a paragraph makes no heading of it, and none at the start opens front matter', () => {
  same('***\n\nOne.\n\n***\n', doc(rule, p('One.'), rule));
});
