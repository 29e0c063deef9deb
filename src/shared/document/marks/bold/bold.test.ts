import { test } from 'vitest';
import { bold, code, doc, italic, p, same } from '../../testing/builders';

test('bold words, parts of words, and bold with other marks', () => {
  same(
    'a **b** c, un**believ**able, **`d`**\n',
    doc(p('a ', bold('b'), ' c, un', bold('believ'), 'able, ', bold(code('d')))),
  );
  same('**a _b_** _c_\n', doc(p(bold('a ', italic('b')), ' ', italic('c'))));
});

test('a letter right behind bold punctuation is written so that the bold still ends there', () => {
  same('**“Yes.”**&#x48;e left.\n', doc(p(bold('“Yes.”'), 'He left.')));
  same('**（注）**&#x672C;文\n', doc(p(bold('（注）'), '本文')));
});
