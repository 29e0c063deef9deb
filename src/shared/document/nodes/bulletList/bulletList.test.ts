import { test } from 'vitest';
import { bullets, doc, item, p, same } from '../../testing/builders';

test('short items stand line under line', () => {
  same('- one\n- two\n-\n', doc(bullets(item(p('one')), item(p('two')), item(p()))));
});

test('items of several blocks stand apart', () => {
  const nested = bullets(item(p('two')), item(p('three')));
  same('- one\n\n  - two\n  - three\n\n- four\n', doc(bullets(item(p('one'), nested), item(p('four')))));
});

test('two lists in a row stay two', () => {
  same('- one\n\n<!-- -->\n\n- two\n', doc(bullets(item(p('one'))), bullets(item(p('two')))));
});
