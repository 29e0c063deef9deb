import { defineConfig } from '@playwright/test';

const results = process.env['NUTGRAF_RESULTS'];
const suite = process.env['NUTGRAF_SUITE'] ?? 'e2e';

/** What `npm test` drives in real windows; the rest of them takes `npm run test:all`. */
const journeys = ['wholeWay', 'editor', 'menu'].map((name) => `**/${name}.spec.ts`);
const withCms = '**/*.cms.spec.ts';
const campaigns = '**/*.campaign.spec.ts';
const installed = '**/installed/*.spec.ts';

export default defineConfig({
  testDir: 'e2e',
  // tools/windowTests.ts runs them by these names.
  projects: [
    { name: 'journeys', testMatch: journeys },
    { name: 'windows', testMatch: '**/*.spec.ts', testIgnore: [...journeys, withCms, campaigns, installed] },
    { name: 'campaign', testMatch: campaigns },
    { name: 'cmsWindow', testMatch: withCms },
    // They wait for apt, lintian and the like.
    { name: 'installed', testMatch: installed, timeout: 900_000 },
  ],
  workers: 2,
  retries: 0,
  // How long a window takes is no test's business: what hangs ends here, on a slow machine too.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: results ? [['line'], ['json', { outputFile: `${results}/${suite}.json` }]] : 'line',
  use: { trace: 'off' },
});
