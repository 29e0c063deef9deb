import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';
import type { NutgrafApp } from './fixtures';
import { expect } from './fixtures';

const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe finds serious or critical in a page: each rule with where it is broken. */
export async function graveFaults(page: Page): Promise<readonly string[]> {
  const isThere = await page.evaluate(() => 'axe' in globalThis);
  // Not by a script element: the page’s content security policy forbids it.
  if (!isThere) await page.evaluate(`${await readFile(source, 'utf8')}; null`);
  const found = await page.evaluate<axe.AxeResults>('axe.run({ resultTypes: ["violations"] })');
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** Fails when axe finds anything serious or critical in the window. */
export async function expectAccessible({ window }: NutgrafApp, view: string): Promise<void> {
  expect(await graveFaults(window), view).toEqual([]);
}
