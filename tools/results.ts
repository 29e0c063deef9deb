import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** How many tests or checks passed and failed, and of each failure what failed and the beginning of why. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly failures: readonly string[];
  /** Suites that this machine cannot run, and why: they count neither as passed nor as failed. */
  readonly notRun: readonly string[];
}

/** What a suite leaves that cannot be run here. */
interface NoReport {
  readonly notRun: string;
}

/** What we read of vitest's JSON report. */
interface UnitReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults?: readonly UnitFile[];
}

interface UnitFile {
  readonly name: string;
  readonly status: string;
  readonly message: string;
  readonly assertionResults: readonly {
    readonly status: string;
    readonly fullName: string;
    readonly failureMessages: readonly string[];
  }[];
}

/** What we read of Playwright's JSON report: a suite a file, and within it one a `describe`. */
interface WindowReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
  readonly suites?: readonly WindowSuite[];
}

interface WindowSuite {
  readonly specs: readonly {
    readonly ok: boolean;
    readonly file: string;
    readonly title: string;
    readonly tests: readonly {
      readonly results: readonly { readonly errors: readonly { readonly message?: string }[] }[];
    }[];
  }[];
  readonly suites?: readonly WindowSuite[];
}

/** Letters of a failure's reason that the closing words of a run have room for. */
const reasonLength = 600;

/** The steps of the check, and the reports that each leaves; a step without any counts as one check. */
export const steps = {
  format: [],
  lint: [],
  types: [],
  imports: [],
  unused: [],
  test: ['unit', 'journeys'],
  all: [
    'windows',
    'campaign',
    'campaignWindow',
    'cms',
    'cmsWindow',
    'installer',
    'installed',
    'compat',
    'compatWindow',
  ],
} as const satisfies Record<string, readonly string[]>;

/** What leaves a report. */
export type Suite = (typeof steps)[keyof typeof steps][number];

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
  const single = hasPassed
    ? { passed: 1, failed: 0, failures: [], notRun: [] }
    : failureOf(`${step}: ended with an error`);
  if (suites.length === 0) return single;
  const sum = suites.map((suite) => tallyReport(suite, read(folder, `${suite}.json`))).reduce(add);
  return hasPassed || sum.failed > 0 ? sum : add(sum, single);
}

/** A suite that left no report did not finish. */
function tallyReport(suite: string, text: string | null): Tally {
  if (text === null) return failureOf(`${suite}: did not finish`);
  const report = JSON.parse(text) as UnitReport | WindowReport | NoReport;
  if ('notRun' in report)
    return { passed: 0, failed: 0, failures: [], notRun: [`${suite}: ${report.notRun}`] };
  if ('stats' in report) {
    const { expected, unexpected, flaky } = report.stats;
    return {
      passed: expected,
      failed: unexpected + flaky,
      failures: (report.suites ?? []).flatMap(ofWindows),
      notRun: [],
    };
  }
  const { numPassedTests, numFailedTests, testResults = [] } = report;
  const unloaded = testResults.filter(isUnloaded).length;
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded,
    failures: testResults.flatMap(ofUnits),
    notRun: [],
  };
}

/** A file that cannot be loaded has no tests, only a message. */
const isUnloaded = ({ status, assertionResults }: UnitFile): boolean =>
  status === 'failed' && !assertionResults.some((test) => test.status === 'failed');

function ofUnits(file: UnitFile): string[] {
  const tests = file.assertionResults
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages }) => described(`${file.name}: ${fullName}`, failureMessages[0]));
  return isUnloaded(file) ? [described(file.name, file.message)] : tests;
}

function ofWindows(suite: WindowSuite): string[] {
  const specs = suite.specs.filter(({ ok }) => !ok);
  return [
    ...specs.map(({ file, title, tests }) =>
      described(
        `${file}: ${title}`,
        tests.flatMap(({ results }) => results).flatMap(({ errors }) => errors)[0]?.message,
      ),
    ),
    ...(suite.suites ?? []).flatMap(ofWindows),
  ];
}

const described = (what: string, why = ''): string => `${what}\n${why.slice(0, reasonLength)}`.trimEnd();

const failureOf = (what: string): Tally => ({
  passed: 0,
  failed: 1,
  failures: [what],
  notRun: [],
});

const add = (a: Tally, b: Tally): Tally => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  failures: [...a.failures, ...b.failures],
  notRun: [...a.notRun, ...b.notRun],
});

const read = (folder: string, name: string): string | null => {
  const file = path.join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
};
