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
  leave('compat.json', { numPassedTests: 6, numFailedTests: 0 });
  leave('compatWindow.json', { stats: { expected: 0, unexpected: 0, flaky: 0 } });
  leave('installer.json', { numPassedTests: 1, numFailedTests: 0 });
  leave('installed.json', { notRun: 'only root can make a clean Debian' });
});

/** Said, and counted as neither. */
const notRun = ['installed: only root can make a clean Debian'];

test('static checks and the tests of all suites are summed', () => {
  expect(tallyOf(folder)).toEqual({
    passed: 5 + 40 + 7 + 11 + 4 + 1 + 3 + 2 + 1 + 6,
    failed: 0,
    failures: [],
    notRun,
  });
});

test('failed tests are counted once each, and not again for the exit code', () => {
  leave('journeys.json', { stats: { expected: 5, unexpected: 2, flaky: 0 } });
  leave('test.code', 1);
  expect(tallyOf(folder)).toMatchObject({ passed: 78, failed: 2 });
});

test('a suite that fails although its tests passed is a failure', () => {
  leave('all.code', 1);
  expect(tallyOf(folder)).toMatchObject({ passed: 80, failed: 1, failures: ['all: ended with an error'] });
});

test('a suite that never ran to its end is a failure', () => {
  rmSync(path.join(folder, 'journeys.json'));
  expect(tallyOf(folder)).toMatchObject({
    passed: 73,
    failed: 1,
    failures: ['journeys: did not finish'],
  });
});

test('a static check that fails, or never ran, is a failure', () => {
  leave('lint.code', 2);
  rmSync(path.join(folder, 'types.code'));
  expect(tallyOf(folder)).toMatchObject({ passed: 78, failed: 2 });
});

test('each failure is named, with why: tests, files that cannot be loaded, and tests in windows', () => {
  leave('unit.json', {
    numPassedTests: 39,
    numFailedTests: 1,
    testResults: [
      { name: 'a.test.ts', status: 'passed', message: '', assertionResults: [{ status: 'passed' }] },
      {
        name: 'b.test.ts',
        status: 'failed',
        message: '',
        assertionResults: [
          { status: 'failed', fullName: 'adds up', failureMessages: ['expected 2 to be 3'] },
        ],
      },
      { name: 'c.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
    ],
  });
  const failing = [{ results: [{ errors: [{ message: 'the window stayed dark' }] }] }];
  leave('windows.json', {
    stats: { expected: 10, unexpected: 1, flaky: 0 },
    suites: [
      { specs: [], suites: [{ specs: [{ ok: false, file: 'd.spec.ts', title: 'opens', tests: failing }] }] },
    ],
  });
  expect(tallyOf(folder).failed).toBe(3);
  expect(tallyOf(folder).failures).toEqual([
    'b.test.ts: adds up\nexpected 2 to be 3',
    'c.test.ts\nno such module',
    'd.spec.ts: opens\nthe window stayed dark',
  ]);
});
