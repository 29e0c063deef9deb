import { defineConfig } from '@playwright/test';

const results = process.env['NUTGRAF_RESULTS'];

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  workers: 2,
  retries: 0,
  timeout: 60_000,
  forbidOnly: Boolean(process.env['CI']),
  reporter: results ? [['line'], ['json', { outputFile: `${results}/e2e.json` }]] : 'line',
  use: { trace: 'off' },
});
