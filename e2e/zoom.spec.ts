import { expect, test } from './fixtures';
import { importNewsPage } from './newsPage';
import { expectWithinReach, zoom } from './reach';
import { editorOf } from './storyEditor';

const dialogs = [
  'export.dialog',
  'import.report',
  'sections.edit',
  'cms.addAccount',
  'palette.open',
  'help.licences',
  'help.updates',
] as const;

for (const factor of [4, 2, 1]) {
  // @electron: Electron alone zooms a page as a whole.
  test(
    `everything is within reach and large enough at ${factor * 100} %`,
    { tag: '@electron' },
    async ({ nutgraf }) => {
      const { window } = nutgraf;
      await importNewsPage(nutgraf);
      await expect(editorOf(window).chips.first()).toBeVisible();
      await window.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Dismiss' }).click();
      await zoom(nutgraf, factor);
      await expectWithinReach(window, 'the editor');

      await nutgraf.menu('view.list');
      await expect(window.getByRole('region', { name: 'Articles' })).toBeVisible();
      await expect(window.getByRole('navigation', { name: 'Library' })).toBeVisible();
      await expectWithinReach(window, 'the list');
      const rail = window.getByRole('navigation', { name: 'Library' });
      for (const nutgraf of ['Trash', 'Drafts']) {
        await rail.getByRole('button', { name: nutgraf }).click();
        await expect(window.getByRole('heading', { name: nutgraf, exact: true })).toBeInViewport();
      }
      if (factor === 4) await expect(window.getByRole('listbox', { name: 'Drafts' })).toBeFocused();
      await window.keyboard.press('Escape');
      for (const command of dialogs) {
        await nutgraf.menu(command);
        await expect(window.getByRole('dialog')).toBeVisible();
        await expectWithinReach(window, command);
        await window.keyboard.press('Escape');
        await expect(window.getByRole('dialog')).toBeHidden();
      }
      const inspector = window.getByRole('complementary', { name: 'Inspector' });
      if (factor > 1) await nutgraf.menu('view.inspector');
      for (const tab of await inspector.getByRole('tab').all()) {
        await tab.click();
        await expectWithinReach(window, `the tab ${await tab.textContent()}`);
      }
    },
  );
}
