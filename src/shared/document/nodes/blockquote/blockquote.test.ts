import { test } from 'vitest';
import { bullets, doc, item, p, quote, same } from '../../testing/builders';

test('a quote holds blocks', () => {
  same('> One.\n>\n> Two.\n>\n> - three\n', doc(quote(p('One.'), p('Two.'), bullets(item(p('three'))))));
});

test('two quotes in a row stay two', () => {
  same('> One.\n\n> Two.\n', doc(quote(p('One.')), quote(p('Two.'))));
});
