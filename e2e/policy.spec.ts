import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { NutgrafApp, expect, test as base } from './fixtures';
import { pickInPalette } from './palette';

/** The app under a policy, which is written before it starts. */
const test = base.extend<{ readonly under: (policy: string) => Promise<NutgrafApp> }>({
  under: async ({ folder }, hand, { parallelIndex }) => {
    const nutgraf = new NutgrafApp(path.join(folder, 'store'), parallelIndex);
    const policies = path.join(folder, 'policies');
    await mkdir(policies);
    await hand(async (policy) => {
      await writeFile(path.join(policies, 'policy.json'), policy);
      await nutgraf.launch(`--policy-folder=${policies}`);
      return nutgraf;
    });
    await nutgraf.end();
  },
});

test('a locked setting holds, its menu items are off, and no way changes it', async ({ under }) => {
  const nutgraf = await under('{"defaults":{"contrast":"high"},"locked":{"theme":"dark"}}');
  const page = nutgraf.window.locator('html');
  await expect(page).toHaveAttribute('data-theme', 'dark');
  await expect(page).toHaveAttribute('data-contrast', 'high');
  await nutgraf.offers('view.contrastSystem');
  expect(await nutgraf.isEnabled('view.themeLight')).toBe(false);

  await pickInPalette(nutgraf, 'theme light', 'Theme: light');
  await expect(nutgraf.window.getByRole('region', { name: 'Notices' })).toContainText('set by the newsroom');
  const answer = await nutgraf.window.evaluate(() =>
    window.nutgraf.app.changeSettings({ set: { theme: 'light' }, reset: [] }),
  );
  expect(answer).toMatchObject({ ok: false, failure: { code: 'setting_locked' } });
  await expect(page).toHaveAttribute('data-theme', 'dark');

  await nutgraf.menu('app.settings');
  const dialog = nutgraf.window.getByRole('dialog', { name: 'Settings', exact: true });
  await expect(dialog.getByRole('radiogroup', { name: 'Theme' })).toHaveAccessibleDescription(
    /Set by the newsroom/,
  );
  await expect(dialog.getByRole('radio', { name: 'Dark' })).toBeDisabled();
  await expect(dialog.getByText('1 setting comes from the newsroom’s policy and is locked.')).toBeVisible();
  await nutgraf.window.keyboard.press('Escape');

  await nutgraf.menu('view.contrastSystem');
  await expect(page).toHaveAttribute('data-contrast', 'normal');
  const sources = await nutgraf.window.evaluate(() => window.nutgraf.app.settingsSources());
  expect(sources).toMatchObject({
    ok: true,
    value: { locked: { theme: 'dark' }, chosen: { contrast: 'system' } },
  });
});

test('the app starts under a policy with a wrong key, says which one and where, and keeps the rest', async ({
  under,
  folder,
}) => {
  const nutgraf = await under('{"defaults":{"theme":"dark"},"locked":{"telemetry":true}}');
  const told = `(${path.join(folder, 'policies', 'policy.json')}) cannot be used and is left out: locked.telemetry.`;
  await expect(nutgraf.window.getByRole('region', { name: 'Notices' })).toContainText(told);
  await expect(nutgraf.window.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await readFile(path.join(folder, 'store', 'browser', 'nutgraf.log'), 'utf8')).toContain(
    'locked.telemetry',
  );
});
