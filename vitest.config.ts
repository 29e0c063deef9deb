import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

const source = path.join(import.meta.dirname, 'src');
const results = process.env['NUTGRAF_RESULTS'];

type Suite = NonNullable<ViteUserConfig['test']>;

/** They drive the system by what only Linux has: mounts of one's own, traces of system calls, pipes, scripts, root's files. */
const linuxAlone = [
  'cli/print',
  'policy/onlyAdministratorsWrite',
  'store/disk/fullDisk',
  'store/safety/durability',
  'updates/place',
  'updates/prepare',
].map((name) => `src/main/${name}.test.ts`);

/**
 * Real disks and worker threads take their time on a busy machine; what hangs ends here. Modules are loaded once
 * for all files of a process: loading them for each file took longer than the tests do.
 */
const unit: Suite = {
  isolate: false,
  setupFiles: path.join(import.meta.dirname, 'src/shared/language/testing/englishAgain.ts'),
  // Left to itself, vitest keeps one of two cores for its own process, which has next to nothing to do.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
  exclude: ['**/*.cms.test.ts', '**/*.campaign.test.ts', ...(process.platform === 'linux' ? [] : linuxAlone)],
  testTimeout: 180_000,
  hookTimeout: 180_000,
};

/** Many rounds of one thing: each file has the machine to itself, for as long as its numbers take. */
const campaign: Suite = {
  include: ['src/**/*.campaign.test.ts', 'e2e/**/*.campaign.test.ts'],
  fileParallelism: false,
  testTimeout: 3_600_000,
  hookTimeout: 60_000,
};

/** One site serves all files, so they run one after the other; starting it takes a while. */
const cms: Suite = {
  include: ['src/**/*.cms.test.ts', 'e2e/**/*.cms.test.ts'],
  fileParallelism: false,
  testTimeout: 180_000,
  hookTimeout: 180_000,
};

const suites = { unit, campaign, cms };

/** `--mode` names the suite. With NUTGRAF_RESULTS, a folder, it also leaves its figures there. */
export default defineConfig(({ mode }) => ({
  // It warns of every package that names sources it came without.
  logLevel: 'error',
  resolve: { alias: { '#shared': path.join(source, 'shared'), '#renderer': path.join(source, 'renderer') } },
  test: {
    environment: 'node',
    // They import JSON as bundlers do, which Node refuses.
    server: { deps: { inline: [/@actions\//u] } },
    pool: 'forks',
    // One second by itself: what is waited for comes when it comes.
    expect: { poll: { timeout: 30_000 } },
    // A style sheet is nothing to a test, but for the colours, whose contrast is tested.
    css: { include: [/tokens\.css/] },
    reporters: results
      ? ['default', ['json', { outputFile: path.join(results, `${mode}.json`) }]]
      : ['default'],
    ...(mode in suites ? suites[mode as keyof typeof suites] : unit),
  },
}));
