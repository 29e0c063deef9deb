import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startWordPress, type WordPressSite } from '../../tools/wordpress';
import { test as launched } from '../fixtures';
import { askSite, type SitePost } from './askSite';

/** A real WordPress for the tests of one worker, seen from the site's side. */
export class RealSite {
  #site: WordPressSite;

  private constructor(
    site: WordPressSite,
    private readonly folder: string,
  ) {
    this.#site = site;
  }

  static async start(folder: string): Promise<RealSite> {
    return new RealSite(await startWordPress({ folder }), folder);
  }

  get url(): string {
    return this.#site.url;
  }

  get editor(): { readonly login: string; readonly password: string } {
    return this.#site.users.editor;
  }

  ask<T>(method: string, route: string, body?: unknown): Promise<T> {
    return askSite(this.#site, method, route, body, 'admin');
  }

  /** All posts whose title contains the words, in every status except the trash. */
  async titled(words: string): Promise<readonly SitePost[]> {
    const route = `posts?context=edit&status=any&per_page=100&search=${encodeURIComponent(words)}`;
    const posts = await this.ask<readonly SitePost[]>('GET', route);
    return posts.filter(({ title }) => title.raw.includes(words));
  }

  async names(taxonomy: 'categories' | 'tags', ids: readonly number[]): Promise<readonly string[]> {
    const route = `${taxonomy}?per_page=100&include=${ids.join(',')}`;
    const terms = await this.ask<readonly { readonly name: string }[]>('GET', route);
    return terms.map(({ name }) => name);
  }

  stop(): Promise<void> {
    return this.#site.stop();
  }

  /** At the same address as before. */
  async startAgain(): Promise<void> {
    this.#site = await startWordPress({ folder: this.folder, port: Number(new URL(this.url).port) });
  }
}

/** `site` is one WordPress for all tests of a worker. */
export const test = launched.extend<object, { readonly site: RealSite }>({
  site: [
    async ({}, hand) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'nutgraf-wordpress-'));
      const site = await RealSite.start(folder);
      await hand(site);
      await site.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});
