import { expect, test } from 'vitest';
import { cacheFolder } from './project';

test.each([
  [{}, 'linux', '/home/a/.cache/nutgraf'],
  [{ XDG_CACHE_HOME: '/xdg' }, 'linux', '/xdg/nutgraf'],
  [{ XDG_CACHE_HOME: '' }, 'linux', '/home/a/.cache/nutgraf'],
  [{}, 'darwin', '/home/a/Library/Caches/nutgraf'],
  [{ XDG_CACHE_HOME: '/xdg', NUTGRAF_CACHE: '/mine' }, 'linux', '/mine'],
] as const)('with %j on %s the cache is %s', (environment, system, folder) => {
  expect(cacheFolder(environment, system, '/home/a')).toBe(folder);
});
