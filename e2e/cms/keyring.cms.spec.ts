import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { hasProgram } from '../../tools/child';
import { ensurePackages } from '../../tools/runtime/systemPackages';
import { NutgrafApp, expect } from '../fixtures';
import { editorOf, newArticle } from '../storyEditor';
import { addAccount, publishState } from './publishing';
import { test as sites } from './siteFixture';

/** The app in a session with a keyring of its own. */
const test = sites.extend<{ readonly nutgraf: NutgrafApp }>({
  nutgraf: async ({ folder }, hand, { parallelIndex }) => {
    if (!['dbus-run-session', 'gnome-keyring-daemon'].every(hasProgram))
      await ensurePackages([{ what: 'a keyring, for its test', packages: ['dbus', 'gnome-keyring'] }]);
    const home = path.join(folder, 'home');
    await mkdir(home);
    const nutgraf = new NutgrafApp(folder, parallelIndex, {
      executablePath: path.join(import.meta.dirname, '..', 'fixtures', 'withKeyring.sh'),
      required: ['-r', path.join(import.meta.dirname, '..', 'fixtures', 'realKeyring.cjs')],
      env: { HOME: home, XDG_DATA_HOME: path.join(home, 'data'), XDG_RUNTIME_DIR: home },
    });
    await nutgraf.launch();
    await hand(nutgraf);
    await nutgraf.end();
  },
});

// Only Linux may be without a keyring, and only there can a test bring its own.
if (process.platform === 'linux') {
  test('where there is a keyring the password is kept in it, encrypted, and known after a restart', async ({
    nutgraf,
    site,
  }) => {
    await nutgraf.menu('cms.addAccount');
    const dialog = nutgraf.window.getByRole('dialog', { name: 'Add a WordPress account' });
    await expect(dialog.getByRole('checkbox', { name: 'Remember for the next start' })).toBeChecked();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await addAccount(nutgraf, site);

    await nutgraf.relaunch();
    const stored = await readFile(path.join(nutgraf.folder, 'nutgraf.db'), 'latin1');
    expect(stored).toContain(site.url);
    expect(stored).not.toContain(site.editor.password);
    expect(stored).not.toContain(site.editor.password.replaceAll(' ', ''));
    await nutgraf.menu('cms.accounts');
    const sites = nutgraf.window.getByRole('dialog', { name: 'Accounts' });
    await expect(sites).toContainText('Encrypted in the system keyring: password.');
    await sites.getByRole('button', { name: 'Done' }).click();
    await newArticle(nutgraf, 'A paragraph.');
    await editorOf(nutgraf.window).headline.fill('Sent with a remembered password');
    await nutgraf.menu('cms.send');
    await expect(await publishState(nutgraf)).toHaveText(/^Sent .*The site has this text\.$/);
  });
}
