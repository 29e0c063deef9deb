import { type NutgrafApp, expect } from '../fixtures';
import type { RealSite } from './siteFixture';

/** Adds the site through the menu, as its editor. */
export async function addAccount(nutgraf: NutgrafApp, site: RealSite): Promise<void> {
  await nutgraf.menu('cms.addAccount');
  const dialog = nutgraf.window.getByRole('dialog', { name: 'Add a WordPress account' });
  await dialog.getByRole('textbox', { name: 'Site' }).fill(site.url);
  await dialog.getByRole('textbox', { name: 'User' }).fill(site.editor.login);
  await dialog.getByLabel('Application password').fill(site.editor.password);
  await dialog.getByRole('button', { name: 'Sign in and add' }).click();
  await expect(dialog).toBeHidden();
}

/** What the Publish tab says of the open article. */
export async function publishState(nutgraf: NutgrafApp) {
  await nutgraf.window.getByRole('tab', { name: 'Publish' }).click();
  return nutgraf.window.getByRole('tabpanel', { name: 'Publish' }).getByRole('status');
}
