import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEV_SWITCH, devServer } from './devServer';

const start = (url: string | undefined, change: object = {}) =>
  devServer({
    isPackaged: false,
    argv: ['electron', '.', DEV_SWITCH],
    env: { ELECTRON_RENDERER_URL: url },
    ...change,
  });

test.each(['http://localhost:5173/', 'http://127.0.0.1:5173/', 'http://[::1]:5173/'])(
  'while it is being developed the interface comes from %s',
  (url) => {
    expect(start(url)).toBe(url);
  },
);

test('the script of development gives the switch', () => {
  const script = join(import.meta.dirname, '..', '..', '..', 'tools', 'dev.ts');
  expect(readFileSync(script, 'utf8')).toContain(`'${DEV_SWITCH}'`);
});

test('a built start believes no address of its environment, and a packaged one not even the switch', () => {
  expect(start('http://localhost:5173/', { argv: ['electron', '.'] })).toBeNull();
  expect(start('http://localhost:5173/', { isPackaged: true })).toBeNull();
});

test.each([
  undefined,
  '',
  'https://example.org/',
  'http://example.org/',
  'http://localhost.example.org/',
  'http://127.0.0.1@example.org/',
  'file:///tmp/index.html',
])('%s is no server of this machine', (url) => {
  expect(start(url)).toBeNull();
});
