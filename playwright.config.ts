import { defineConfig } from '@playwright/test';

const results = process.env['NUTGRAF_RESULTS'];
const suite = process.env['NUTGRAF_SUITE'] ?? 'e2e';

export default defineConfig({
  testDir: 'e2e',
  // The names are the suites' of tools/windowTests.ts.
  projects: [
    { name: 'e2e', testMatch: '**/*.spec.ts', testIgnore: '**/*.cms.spec.ts' },
    { name: 'cmsWindow', testMatch: '**/*.cms.spec.ts' },
  ],
  workers: 2,
  retries: 0,
  timeout: 60_000,
  forbidOnly: Boolean(process.env['CI']),
  reporter: results ? [['line'], ['json', { outputFile: `${results}/${suite}.json` }]] : 'line',
  use: { trace: 'off' },
});
