import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { startWordPress, type WordPressRole, type WordPressSite } from '../../tools/wordpress';
import { askSite, type SitePost } from './askSite';

/** A real WordPress for the tests of one file, seen from the site's side. */
export interface TestSite {
  readonly url: () => string;
  readonly user: (role: WordPressRole) => { readonly login: string; readonly password: string };
  /** What the site's API answers to somebody there; throws when it refuses. */
  readonly ask: <T>(method: string, route: string, body?: unknown, as?: WordPressRole) => Promise<T>;
  readonly post: (remoteId: string | null) => Promise<SitePost>;
  /** All posts whose title contains the words, in every status except the trash. */
  readonly titled: (words: string) => Promise<readonly SitePost[]>;
  readonly names: (taxonomy: 'categories' | 'tags', ids: readonly number[]) => Promise<readonly string[]>;
  /** A fault on the site until the end of the test. */
  readonly fault: (php: string) => void;
}

export function wordpressSite(): TestSite {
  const folder = mkdtempSync(path.join(tmpdir(), 'nutgraf-wordpress-'));
  const faults: string[] = [];
  let started: WordPressSite | null = null;
  beforeAll(async () => {
    started = await startWordPress({ folder });
  });
  afterEach(() => {
    for (const name of faults.splice(0)) started?.removeMuPlugin(name);
  });
  afterAll(async () => {
    await started?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const site = (): WordPressSite => {
    if (!started) throw new Error('the site is started before the tests');
    return started;
  };
  const ask: TestSite['ask'] = async (method, route, body, as = 'admin') =>
    askSite(site(), method, route, body, as);
  let count = 0;
  return {
    ask,
    url: () => site().url,
    user: (role) => site().users[role],
    post: async (remoteId) => ask('GET', `posts/${remoteId}?context=edit`),
    titled: async (words) =>
      (
        await ask<readonly SitePost[]>(
          'GET',
          `posts?context=edit&status=any&per_page=100&search=${encodeURIComponent(words)}`,
        )
      ).filter(({ title }) => title.raw.includes(words)),
    names: async (taxonomy, ids) =>
      ids.length === 0
        ? []
        : (
            await ask<readonly { readonly name: string }[]>(
              'GET',
              `${taxonomy}?per_page=100&include=${ids.join(',')}`,
            )
          ).map(({ name }) => name),
    fault: (php) => {
      // A new name each time: PHP's cache compares whole seconds.
      count += 1;
      const name = `fault-${count}`;
      faults.push(name);
      site().addMuPlugin(name, `<?php\n${php}`);
    },
  };
}
