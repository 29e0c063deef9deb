import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expectAccessible } from './axe';
import { type NutgrafApp, expect } from './fixtures';
import { paste } from './pasting';
import { signIn, test } from './smallSite';
import { newArticle } from './storyEditor';

const inspectorOf = ({ window }: NutgrafApp) => {
  const inspector = window.getByRole('tabpanel', { name: 'Article' });
  return {
    embargo: inspector.getByLabel('Embargo until'),
    hold: inspector.getByRole('checkbox', { name: 'Legal hold' }),
    reason: inspector.getByRole('textbox', { name: 'Legal hold: reason' }),
    note: inspector.getByRole('textbox', { name: 'Editor’s note' }),
  };
};

test('an embargo, a legal hold and a note are set by keyboard, undone, and restored after a restart', async ({
  nutgraf,
}) => {
  const editor = await newArticle(nutgraf, 'A paragraph.');
  await editor.headline.fill('The verdict');
  const first = inspectorOf(nutgraf);
  await first.embargo.focus();
  await nutgraf.window.keyboard.type('11302026');
  await expect(first.embargo).toHaveValue('');
  await first.embargo.fill('2099-11-30T06:00');
  await first.hold.focus();
  await nutgraf.window.keyboard.press('Space');
  await first.reason.focus();
  await nutgraf.window.keyboard.type('Court order');
  await nutgraf.menu('edit.undo');
  await expect(first.reason).toHaveValue('Court ');
  await expect(first.reason).toBeFocused();
  await nutgraf.menu('edit.undo');
  await nutgraf.menu('edit.undo');
  await expect(first.hold).not.toBeChecked();
  await expect(first.hold).toBeFocused();
  await nutgraf.menu('edit.undo');
  await expect(first.embargo).toHaveValue('');
  await expect(first.embargo).toBeFocused();
  for (let step = 0; step < 4; step += 1) await nutgraf.menu('edit.redo');
  await expect(first.reason).toHaveValue('Court order');
  await expect(first.embargo).toHaveValue('2099-11-30T06:00');
  await first.reason.press('ControlOrMeta+a');
  await paste(nutgraf, { text: 'x'.repeat(501) });
  await expect(nutgraf.window.getByText(/^Legal hold: at most 500 characters/).first()).toBeVisible();
  await nutgraf.menu('edit.undo');
  await expect(first.reason).toHaveValue('Court order');
  await first.note.focus();
  await nutgraf.window.keyboard.type('Call the clerk.');
  await nutgraf.window.keyboard.press('Enter');
  await nutgraf.window.keyboard.type('Then ring back.');
  await nutgraf.menu('article.save');
  await expect(editor.saved).toBeVisible();
  await expectAccessible(nutgraf, 'the tab Article');
  await expect(nutgraf.window.getByRole('alert')).toHaveCount(0);
  await nutgraf.end();
  await nutgraf.launch();
  const again = inspectorOf(nutgraf);
  await nutgraf.window.getByRole('option', { name: /The verdict/ }).click();
  await expect(again.embargo).toHaveValue('2099-11-30T06:00');
  await expect(again.hold).toBeChecked();
  await expect(again.reason).toHaveValue('Court order');
  await expect(again.note).toHaveValue('Call the clerk.\nThen ring back.');
});

test('what is held back is exported and sent only for a reason, which its history keeps', async ({
  nutgraf,
  sites: [site],
  folder,
}) => {
  await signIn(nutgraf, site);
  const editor = await newArticle(nutgraf, 'A paragraph.');
  await editor.headline.fill('The budget');
  await inspectorOf(nutgraf).embargo.fill('2099-11-30T06:00');
  await expect(editor.saved).toBeVisible();

  const dialog = nutgraf.window.getByRole('dialog');
  await nutgraf.menu('export.dialog');
  await expect(dialog.getByRole('status')).toContainText(
    'The budget, under embargo until 30 Nov 2099, 06:00',
  );
  await expectAccessible(nutgraf, 'the export with what is held back');
  const out = path.join(folder, 'out');
  await mkdir(out);
  await nutgraf.openDialogReturns(out);
  await dialog.getByRole('button', { name: /^Choose a folder/ }).click();
  await expect(dialog.getByRole('list', { name: 'Notes' })).toContainText('“The budget” is under embargo');
  expect(await readdir(out)).toEqual([]);
  await dialog.getByRole('button', { name: 'Done' }).click();

  await nutgraf.menu('export.dialog');
  await dialog
    .getByRole('textbox', { name: 'Why it may go out all the same' })
    .fill('Agreed with the source');
  await nutgraf.openDialogReturns(out);
  await dialog.getByRole('button', { name: /^Choose a folder/ }).click();
  await expect(dialog).toContainText('1 article written.');
  await dialog.getByRole('button', { name: 'Done' }).click();

  await nutgraf.menu('cms.send');
  await expect(dialog).toContainText('“The budget” is under embargo until 30 Nov 2099, 06:00.');
  await dialog.getByRole('textbox', { name: 'Why it may go out' }).fill('The site holds it back too');
  await nutgraf.window.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await nutgraf.window.getByRole('tab', { name: 'Publish' }).click();
  await expect(nutgraf.window.getByText(/^Sent /)).toBeVisible();
  await nutgraf.window.getByRole('tab', { name: 'History' }).click();
  const history = nutgraf.window.getByRole('tabpanel', { name: 'History' });
  await expect(history).toContainText(
    'Exported as markdown while under embargo until 30 Nov 2099, 06:00: Agreed',
  );
  await expect(history).toContainText(/Sent to .* while under embargo until .*: The site holds it back too/);
});
