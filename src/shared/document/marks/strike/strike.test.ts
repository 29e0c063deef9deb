import { test } from 'vitest';
import { doc, p, same, strike } from '../../testing/builders';

test('struck words stand between two tildes, and a tilde is a tilde', () => {
  same('~~one~~ \\~ two \\~\\~\n', doc(p(strike('one'), ' ~ two ~~')));
});
