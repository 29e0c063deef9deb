import type { AnyJob } from '#shared/domain/anyJob';
import { expect, test } from 'vitest';
import { followProgress } from './jobProgress';

const job = (id: string, state: AnyJob['state'], done: number, failed = 0): AnyJob =>
  ({ id, kind: 'import', state, total: 4, done, failed, failure: null }) as unknown as AnyJob;

test('progress is that of all jobs together, failures included, and goes when the last one ends', () => {
  const shown: (number | null)[] = [];
  const follow = followProgress((part) => shown.push(part));
  follow(job('a', 'running', 1));
  follow(job('a', 'running', 1, 1));
  follow(job('b', 'waiting', 0));
  follow(job('a', 'done', 3, 1));
  follow(job('b', 'cancelled', 1));
  follow(job('b', 'cancelled', 1));
  expect(shown).toEqual([0.25, 0.5, 0.25, 0, null]);
});
