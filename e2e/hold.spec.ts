import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expectAccessible } from './axe';
import { type DeskApp, expect } from './fixtures';
import { paste } from './pasting';
import { signIn, test } from './smallSite';
import { newArticle } from './storyEditor';

const inspectorOf = ({ window }: DeskApp) => {
  const inspector = window.getByRole('tabpanel', { name: 'Article' });
  return {
    embargo: inspector.getByLabel('Embargo until'),
    hold: inspector.getByRole('checkbox', { name: 'Legal hold' }),
    reason: inspector.getByRole('textbox', { name: 'Legal hold: reason' }),
    note: inspector.getByRole('textbox', { name: 'Editor’s note' }),
  };
};

test('an embargo, a legal hold and a note are set by keyboard, taken back, and there again after a restart', async ({
  desk,
}) => {
  const editor = await newArticle(desk, 'A paragraph.');
  await editor.headline.fill('The verdict');
  const first = inspectorOf(desk);
  await first.embargo.focus();
  await desk.window.keyboard.type('11302026');
  await expect(first.embargo).toHaveValue('');
  await first.embargo.fill('2099-11-30T06:00');
  await first.hold.focus();
  await desk.window.keyboard.press('Space');
  await first.reason.focus();
  await desk.window.keyboard.type('Court order');
  await desk.menu('edit.undo');
  await expect(first.reason).toHaveValue('Court ');
  await expect(first.reason).toBeFocused();
  await desk.menu('edit.undo');
  await desk.menu('edit.undo');
  await expect(first.hold).not.toBeChecked();
  await expect(first.hold).toBeFocused();
  await desk.menu('edit.undo');
  await expect(first.embargo).toHaveValue('');
  await expect(first.embargo).toBeFocused();
  for (let step = 0; step < 4; step += 1) await desk.menu('edit.redo');
  await expect(first.reason).toHaveValue('Court order');
  await expect(first.embargo).toHaveValue('2099-11-30T06:00');
  await first.reason.press('ControlOrMeta+a');
  await paste(desk, { text: 'x'.repeat(501) });
  await expect(desk.window.getByText(/^Legal hold: at most 500 characters/).first()).toBeVisible();
  await desk.menu('edit.undo');
  await expect(first.reason).toHaveValue('Court order');
  await first.note.focus();
  await desk.window.keyboard.type('Call the clerk.');
  await desk.window.keyboard.press('Enter');
  await desk.window.keyboard.type('Then ring back.');
  await desk.menu('article.save');
  await expect(editor.saved).toBeVisible();
  await expectAccessible(desk, 'the tab Article');
  await expect(desk.window.getByRole('alert')).toHaveCount(0);
  await desk.end();
  await desk.launch();
  const again = inspectorOf(desk);
  await desk.window.getByRole('option', { name: /The verdict/ }).click();
  await expect(again.embargo).toHaveValue('2099-11-30T06:00');
  await expect(again.hold).toBeChecked();
  await expect(again.reason).toHaveValue('Court order');
  await expect(again.note).toHaveValue('Call the clerk.\nThen ring back.');
});

test('what is held back leaves by export and send only for a reason, and its history keeps that', async ({
  desk,
  sites: [site],
  folder,
}) => {
  await signIn(desk, site);
  const editor = await newArticle(desk, 'A paragraph.');
  await editor.headline.fill('The budget');
  await inspectorOf(desk).embargo.fill('2099-11-30T06:00');
  await expect(editor.saved).toBeVisible();

  const dialog = desk.window.getByRole('dialog');
  await desk.menu('export.dialog');
  await expect(dialog.getByRole('status')).toContainText(
    'The budget, under embargo until 30 Nov 2099, 06:00',
  );
  await expectAccessible(desk, 'the export with what is held back');
  const out = path.join(folder, 'out');
  await mkdir(out);
  await desk.openDialogReturns(out);
  await dialog.getByRole('button', { name: /^Choose a folder/ }).click();
  await expect(dialog.getByRole('list', { name: 'Notes' })).toContainText('“The budget” is under embargo');
  expect(await readdir(out)).toEqual([]);
  await dialog.getByRole('button', { name: 'Done' }).click();

  await desk.menu('export.dialog');
  await dialog.getByRole('textbox', { name: 'Why it may leave all the same' }).fill('Agreed with the source');
  await desk.openDialogReturns(out);
  await dialog.getByRole('button', { name: /^Choose a folder/ }).click();
  await expect(dialog).toContainText('1 article written.');
  await dialog.getByRole('button', { name: 'Done' }).click();

  await desk.menu('cms.send');
  await expect(dialog).toContainText('“The budget” is under embargo until 30 Nov 2099, 06:00.');
  await dialog.getByRole('textbox', { name: 'Why it may leave' }).fill('The site holds it back too');
  await desk.window.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await desk.window.getByRole('tab', { name: 'Publish' }).click();
  await expect(desk.window.getByText(/^Sent /)).toBeVisible();
  await desk.window.getByRole('tab', { name: 'History' }).click();
  const history = desk.window.getByRole('tabpanel', { name: 'History' });
  await expect(history).toContainText(
    'Exported as markdown while under embargo until 30 Nov 2099, 06:00: Agreed',
  );
  await expect(history).toContainText(/Sent to .* while under embargo until .*: The site holds it back too/);
});
