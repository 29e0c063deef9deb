import path from 'node:path';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

const source = path.join(import.meta.dirname, 'src');
const results = process.env['NUTGRAF_RESULTS'];

type Suite = NonNullable<ViteUserConfig['test']>;

/** Real disks and worker threads take their time on a busy machine; what hangs ends here. */
const unit: Suite = {
  include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
  exclude: ['**/*.cms.test.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

/** One site serves all files, so they run one after the other; starting it takes a while. */
const cms: Suite = {
  include: ['src/**/*.cms.test.ts', 'e2e/**/*.cms.test.ts'],
  fileParallelism: false,
  testTimeout: 60_000,
  hookTimeout: 180_000,
};

/**
 * `--mode cms` runs the tests that talk to a real CMS, anything else the unit tests. With NUTGRAF_RESULTS, a
 * folder, a suite also leaves its figures there.
 */
export default defineConfig(({ mode }) => ({
  resolve: { alias: { '#shared': path.join(source, 'shared'), '#renderer': path.join(source, 'renderer') } },
  test: {
    environment: 'node',
    pool: 'forks',
    // A style sheet is nothing to a test, but for the colours, whose contrast is tested.
    css: { include: [/tokens\.css/] },
    reporters: results
      ? ['default', ['json', { outputFile: path.join(results, mode === 'cms' ? 'cms.json' : 'unit.json') }]]
      : ['default'],
    ...(mode === 'cms' ? cms : unit),
  },
}));
