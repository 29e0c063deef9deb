import { test } from 'vitest';
import { bold, doc, italic, p, same } from '../../testing/builders';

test('italic stands between underscores, within a word between asterisks', () => {
  same('_a_ b*c*d, 文*字*列\n', doc(p(italic('a'), ' b', italic('c'), 'd, 文', italic('字'), '列')));
});

test('italic beside bold never runs into its asterisks', () => {
  same('**a**_b_\n', doc(p(bold('a'), italic('b'))));
  same('_**a** b_\n', doc(p(italic(bold('a'), ' b'))));
});
