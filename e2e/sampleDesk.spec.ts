import { existsSync } from 'node:fs';
import path from 'node:path';
import { runNutgraf } from './commandLine';
import { expect, NutgrafApp, test } from './fixtures';
import { commandOf, descendantsOf } from './processes';

const rowsOf = (nutgraf: NutgrafApp) => nutgraf.window.getByRole('listbox').getByRole('option');

const headlinesIn = async (store: string): Promise<readonly string[]> =>
  (await runNutgraf(['--store', store, 'list'])).lines.map(({ headline }) => String(headline));

test('a sample desk opens beside a person’s own articles, as an app of its own', async ({
  nutgraf,
  folder,
}) => {
  const desk = path.join(folder, 'sample-desk');
  await nutgraf.menu('help.sampleDesk');
  const isOfDesk = (pid: number): boolean =>
    commandOf(pid).includes('--sample-desk') && !commandOf(pid).includes('--type=');
  const started = (): readonly number[] => descendantsOf(nutgraf.app.process().pid ?? 0).filter(isOfDesk);
  try {
    await expect.poll(started).toHaveLength(1);
    await expect.poll(() => existsSync(path.join(desk, 'nutgraf.db'))).toBe(true);
    await expect.poll(() => headlinesIn(desk), { timeout: 60_000 }).toHaveLength(12);
    expect(await headlinesIn(folder)).toEqual([]);
  } finally {
    for (const pid of started()) process.kill(pid, 'SIGTERM');
  }
  await expect.poll(started).toHaveLength(0);
});

test('the sample desk keeps what is changed in it, and is thrown away whole when it is asked for', async ({
  folder,
}, { parallelIndex }) => {
  const desk = path.join(folder, 'sample-desk');
  const nutgraf = new NutgrafApp(folder, parallelIndex);
  await nutgraf.launch('--sample-desk');
  await expect(rowsOf(nutgraf)).toHaveCount(12);
  await rowsOf(nutgraf).filter({ hasText: 'Market moves to Thursday' }).click();
  await nutgraf.window.getByRole('textbox', { name: 'Headline' }).fill('Market moves to Friday');
  await nutgraf.quit();

  await nutgraf.launch('--sample-desk');
  await expect(rowsOf(nutgraf).filter({ hasText: 'Market moves to Friday' })).toBeVisible();
  await expect(rowsOf(nutgraf)).toHaveCount(12);
  await nutgraf.app.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
  });
  const throwAway = nutgraf.window.getByRole('button', { name: 'Throw away…' });
  await throwAway.click();
  await expect(throwAway).toBeVisible();
  await expect(rowsOf(nutgraf)).toHaveCount(12);

  await nutgraf.app.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
  });
  const closed = nutgraf.app.waitForEvent('close');
  await throwAway.click();
  await closed;
  // Chromium may leave some of its own there; of the stories, nothing.
  await expect.poll(() => existsSync(path.join(desk, 'nutgraf.db'))).toBe(false);

  const next = new NutgrafApp(folder, parallelIndex);
  await next.launch('--sample-desk');
  await expect(rowsOf(next)).toHaveCount(12);
  await expect(rowsOf(next).filter({ hasText: 'Market moves to Thursday' })).toBeVisible();
  await next.quit();
});
