import { type DeskApp, expect } from '../fixtures';
import type { RealSite } from './siteFixture';

/** Adds the site through the menu, as its editor. */
export async function addAccount(desk: DeskApp, site: RealSite): Promise<void> {
  await desk.menu('cms.addAccount');
  const dialog = desk.window.getByRole('dialog', { name: 'Add a WordPress site' });
  await dialog.getByRole('textbox', { name: 'Site' }).fill(site.url);
  await dialog.getByRole('textbox', { name: 'User' }).fill(site.editor.login);
  await dialog.getByLabel('Application password').fill(site.editor.password);
  await dialog.getByRole('button', { name: 'Sign in and add' }).click();
  await expect(dialog).toBeHidden();
}

/** What the tab Publish says of the open article. */
export async function publishState(desk: DeskApp) {
  await desk.window.getByRole('tab', { name: 'Publish' }).click();
  return desk.window.getByRole('tabpanel', { name: 'Publish' }).getByRole('status');
}
