import { defineConfig } from 'vitest/config';
import { suite } from './tools/suite';

export default defineConfig(
  suite('unit', { include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'], exclude: ['**/*.cms.test.ts'] }),
);
