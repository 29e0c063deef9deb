import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** How many tests or checks passed and failed. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** What we read of vitest's and Playwright's JSON reports. */
interface Report {
  readonly numPassedTests?: number;
  readonly numFailedTests?: number;
  readonly stats?: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
}

/** A step of the check, and the reports that it leaves; a step without any counts as one check. */
export const steps = {
  format: [],
  lint: [],
  types: [],
  imports: [],
  unused: [],
  test: ['unit', 'journeys'],
  all: ['windows', 'campaign', 'campaignWindow', 'cms', 'cmsWindow'],
} as const satisfies Record<string, readonly string[]>;

/**
 * Sums a folder of exit codes (`<step>.code`) and reports (`<suite>.json`). A step that failed although every
 * report of it is green counts as one failure: nothing that went wrong is left out.
 */
export function tallyOf(folder: string): Tally {
  return Object.entries(steps)
    .map(([step, suites]) => tallyStep(folder, step, suites))
    .reduce(add);
}

function tallyStep(folder: string, step: string, suites: readonly string[]): Tally {
  const hasPassed = read(folder, `${step}.code`)?.trim() === '0';
  const single: Tally = hasPassed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  if (suites.length === 0) return single;
  const sum = suites.map((suite) => tallyReport(read(folder, `${suite}.json`))).reduce(add);
  return hasPassed || sum.failed > 0 ? sum : add(sum, single);
}

/** A suite that left no report did not run to its end. */
function tallyReport(text: string | null): Tally {
  if (text === null) return { passed: 0, failed: 1 };
  const { numPassedTests = 0, numFailedTests = 0, stats } = JSON.parse(text) as Report;
  return {
    passed: numPassedTests + (stats?.expected ?? 0),
    failed: numFailedTests + (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
  };
}

const add = (a: Tally, b: Tally): Tally => ({ passed: a.passed + b.passed, failed: a.failed + b.failed });

const read = (folder: string, name: string): string | null => {
  const file = path.join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
};
