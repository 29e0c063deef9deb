import { defineConfig } from 'vitest/config';

const results = process.env['NUTGRAF_RESULTS'];

export default defineConfig({
  resolve: {
    alias: {
      '#shared': new URL('./src/shared', import.meta.url).pathname,
      '#renderer': new URL('./src/renderer', import.meta.url).pathname,
    },
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
    exclude: ['**/*.cms.test.ts'],
    pool: 'forks',
    reporters: results ? ['default', ['json', { outputFile: `${results}/unit.json` }]] : ['default'],
  },
});
