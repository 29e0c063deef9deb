import { expect, test } from 'vitest';
import { runsOf } from './terms';

test('two hundred long names in another script are asked for in addresses that every server takes', () => {
  const names = Array.from({ length: 200 }, (_, index) => `${'समाचार'.repeat(8)}${index}`);
  const runs = runsOf(names);
  expect(runs.flat()).toEqual(names);
  for (const run of runs) expect(encodeURIComponent(run.join(',')).length).toBeLessThanOrEqual(4000);
});

test('short names go a hundred at a time, and none in no request at all', () => {
  const names = Array.from({ length: 150 }, (_, index) => `Tag${index}`);
  expect(runsOf(names).map(({ length }) => length)).toEqual([100, 50]);
  expect(runsOf([])).toEqual([]);
});
