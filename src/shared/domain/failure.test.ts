import { expect, test } from 'vitest';
import { NutgrafError, toFailure } from './failure';

/** Bytes of UTF-8: each but ASCII's own is written as %xx. */
const bytes = (value: unknown): number =>
  encodeURIComponent(JSON.stringify(value)).replace(/%[0-9A-F]{2}/gu, '.').length;

test.each([
  ['a page of a site as its message', new NutgrafError('site_failed', '<p>no</p>'.repeat(100_000))],
  ['a message in another script', new NutgrafError('site_failed', '港口关闭🚢'.repeat(10_000))],
  ['a long detail', new NutgrafError('bad_request', 'No.', 'x'.repeat(100_000))],
  [
    'many things in detail',
    new NutgrafError(
      'bad_request',
      'No.',
      Array.from({ length: 9999 }, (_, n) => ({ n })),
    ),
  ],
  ['both of them', new NutgrafError('site_failed', 'é'.repeat(9999), ['日'.repeat(9999)])],
  ['a bug that tells a whole story', new Error('word '.repeat(100_000))],
])('a failure with %s is told in at most 2 kB, from its beginning', (_, thrown) => {
  const failure = toFailure(thrown);
  expect(bytes(failure)).toBeLessThanOrEqual(2048);
  expect(failure.message.isWellFormed()).toBe(true);
  expect(failure.message.slice(0, 3)).toBe(
    thrown instanceof NutgrafError ? thrown.message.slice(0, 3) : 'Som',
  );
});

test('a failure of the usual length stays as it is', () => {
  const { code, message } = new NutgrafError('a', 'b');
  expect(new NutgrafError('a', 'b').toFailure()).toEqual({ code, message });
  const detail = [{ path: ['headline'], message: 'It is too long.' }];
  expect(toFailure(new NutgrafError('bad_value', 'It is too long.', detail))).toEqual({
    code: 'bad_value',
    message: 'It is too long.',
    detail,
  });
});
