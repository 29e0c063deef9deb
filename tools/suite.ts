import type { ViteUserConfig } from 'vitest/config';
import { inProject } from './project';

type TestOptions = NonNullable<ViteUserConfig['test']>;

/**
 * The settings that all suites of vitest share. With NUTGRAF_RESULTS, a folder, a suite also leaves its figures
 * there as `<name>.json`.
 */
export function suite(name: string, test: TestOptions): ViteUserConfig {
  const results = process.env['NUTGRAF_RESULTS'];
  return {
    resolve: { alias: { '#shared': inProject('src', 'shared'), '#renderer': inProject('src', 'renderer') } },
    test: {
      environment: 'node',
      pool: 'forks',
      reporters: results ? ['default', ['json', { outputFile: `${results}/${name}.json` }]] : ['default'],
      ...test,
    },
  };
}
