import { defineConfig } from 'vitest/config';
import { suite } from './tools/suite';

/** One site serves all files, so they run one after the other; starting it takes a while. */
export default defineConfig(
  suite('cms', {
    include: ['**/*.cms.test.ts'],
    exclude: ['node_modules/**', 'out/**'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  }),
);
