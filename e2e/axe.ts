import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { NutgrafApp } from './fixtures';
import { expect } from './fixtures';

const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/**
 * Fails when axe finds anything serious or critical in the window. The page's content security policy forbids a
 * script element, so main injects the script.
 */
export async function expectAccessible(nutgraf: NutgrafApp, view: string): Promise<void> {
  const script = await readFile(source, 'utf8');
  const found = await nutgraf.app.evaluate(async ({ BrowserWindow }, axeScript) => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents;
    await page?.executeJavaScript(`${axeScript}; null`);
    return page?.executeJavaScript('axe.run()') as Promise<axe.AxeResults>;
  }, script);
  const grave = found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  expect(grave, view).toEqual([]);
}
