import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { steps, tallyOf } from './results';

let folder = '';
const leave = (name: string, content: unknown): void =>
  writeFileSync(path.join(folder, name), JSON.stringify(content));

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'results-'));
  for (const step of Object.keys(steps)) leave(`${step}.code`, 0);
  leave('unit.json', { numPassedTests: 40, numFailedTests: 0 });
  leave('journeys.json', { stats: { expected: 7, unexpected: 0, flaky: 0 } });
  leave('windows.json', { stats: { expected: 11, unexpected: 0, flaky: 0 } });
  leave('campaign.json', { numPassedTests: 4, numFailedTests: 0 });
  leave('campaignWindow.json', { stats: { expected: 1, unexpected: 0, flaky: 0 } });
  leave('cms.json', { numPassedTests: 3, numFailedTests: 0 });
  leave('cmsWindow.json', { stats: { expected: 2, unexpected: 0, flaky: 0 } });
});

test('static checks and the tests of all suites are summed', () => {
  expect(tallyOf(folder)).toEqual({ passed: 5 + 40 + 7 + 11 + 4 + 1 + 3 + 2, failed: 0 });
});

test('failed tests are counted once each, and not again for the exit code', () => {
  leave('journeys.json', { stats: { expected: 5, unexpected: 2, flaky: 0 } });
  leave('test.code', 1);
  expect(tallyOf(folder)).toEqual({ passed: 71, failed: 2 });
});

test('a suite that fails although its tests passed is a failure', () => {
  leave('all.code', 1);
  expect(tallyOf(folder)).toEqual({ passed: 73, failed: 1 });
});

test('a suite that never ran to its end is a failure', () => {
  rmSync(path.join(folder, 'journeys.json'));
  expect(tallyOf(folder)).toEqual({ passed: 66, failed: 1 });
});

test('a static check that fails, or never ran, is a failure', () => {
  leave('lint.code', 2);
  rmSync(path.join(folder, 'types.code'));
  expect(tallyOf(folder)).toEqual({ passed: 71, failed: 2 });
});
