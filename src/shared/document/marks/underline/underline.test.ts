import { expect, test } from 'vitest';
import { fromMarkdown } from '../../fromMarkdown';
import { bold, doc, p, same, underline } from '../../testing/builders';

test('underlined words stand in inline HTML', () => {
  same('a <u>b **c**</u> d\n', doc(p('a ', underline('b ', bold('c')), ' d')));
});

test('tags that do not pair, and any other HTML, are text', () => {
  same('\\<u>a, \\<b>b\\</b>\n', doc(p('<u>a, <b>b</b>')));
  expect(fromMarkdown('a</u> <u>b\n\n<i>c</i> </u>').toJSON()).toEqual(
    doc(p('a</u> <u>b'), p('<i>c</i> </u>')).toJSON(),
  );
});
