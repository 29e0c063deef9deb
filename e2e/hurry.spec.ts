import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { newArticle, shown, type StoryEditor } from './storyEditor';

/** A key as the machine sends it, with what it types. */
interface Key {
  readonly key: string;
  readonly code: number;
  readonly text?: string;
  readonly held?: keyof typeof modifiers;
}

const modifiers = { none: 0, control: 2, shift: 8 } as const;

const enter: Key = { key: 'Enter', code: 13, text: '\r' };
const backspace: Key = { key: 'Backspace', code: 8 };
const end: Key = { key: 'End', code: 35 };
const home: Key = { key: 'Home', code: 36 };
const left: Key = { key: 'ArrowLeft', code: 37 };
const up: Key = { key: 'ArrowUp', code: 38 };
const letter = (text: string): Key => ({ key: text, code: text.toUpperCase().charCodeAt(0), text });
const holding = (held: keyof typeof modifiers, { key, code }: Key): Key => ({ key, code, held });

/** How long the page is busy, ms: until everything pressed meanwhile is waiting for it. */
const BUSY = 400;

/** What is done with keyboard and mouse; nothing waits for the page to react. */
type Hurry = (input: CDPSession) => readonly Promise<unknown>[];

/**
 * Clicks and presses keys while the page is busy, as on a machine under load: they wait, and then arrive one right
 * after the other, with nothing in between.
 */
async function whileBusy(page: Page, ...hurries: readonly Hurry[]): Promise<void> {
  const input = await page.context().newCDPSession(page);
  const busy = page.evaluate((ms) => {
    const until = performance.now() + ms;
    while (performance.now() < until);
  }, BUSY);
  await Promise.all([busy, ...hurries.flatMap((hurry) => hurry(input))]);
  await input.detach();
}

const press =
  (...keys: readonly Key[]): Hurry =>
  (input) =>
    keys.flatMap(({ key, code, text, held = 'none' }) => {
      const event = { key, code: key, windowsVirtualKeyCode: code, modifiers: modifiers[held] };
      const down = text === undefined ? { type: 'rawKeyDown' as const } : { type: 'keyDown' as const, text };
      return [
        input.send('Input.dispatchKeyEvent', { ...event, ...down }),
        input.send('Input.dispatchKeyEvent', { ...event, type: 'keyUp' }),
      ];
    });

const click =
  (x: number, y: number): Hurry =>
  (input) =>
    (['mousePressed', 'mouseReleased'] as const).map((type) =>
      input.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 }),
    );

const bold = '<strong>';

/** From the caret behind "Second" on. */
const hurries: readonly (readonly [name: string, keys: readonly Key[], blocks: readonly string[]])[] = [
  [
    'Ctrl+End and Enter',
    [holding('control', end), enter, letter('x')],
    ['First words.', 'Second words here.', 'x'],
  ],
  ['Home and Backspace', [home, backspace, letter('x')], ['First words.xSecond words here.']],
  ['↑, End and Enter', [up, end, enter, letter('x')], ['First words.', 'x', 'Second words here.']],
  ['← twice and Enter', [left, left, enter, letter('x')], ['First words.', 'Seco', 'xnd words here.']],
  [
    'Shift+End and bold',
    [holding('shift', end), holding('control', letter('b'))],
    ['First words.', `Second${bold} words here.`],
  ],
];

test('keys queued for a busy window act where the caret is by then', async ({ nutgraf }) => {
  const { window } = nutgraf;
  const write = async () => {
    const editor = await newArticle(nutgraf, 'First words.', 'Second words here.');
    await window.keyboard.press('Home');
    for (const _letter of 'Second') await window.keyboard.press('ArrowRight');
    await expect(editor.saved).toBeVisible();
    return editor;
  };
  const blocksOf = async (editor: StoryEditor): Promise<readonly string[]> =>
    editor.blocks.evaluateAll((blocks) =>
      blocks.map((block) => block.innerHTML.replaceAll(/<(?!strong)[^>]*>/gu, '')),
    );
  for (const [name, keys, blocks] of hurries) {
    const editor = await write();
    await whileBusy(window, press(...keys));
    await expect.poll(() => blocksOf(editor), name).toEqual(blocks);
  }
  const byClick = await write();
  const first = await byClick.blocks.first().boundingBox();
  if (!first) throw new Error('nothing to click on');
  await whileBusy(window, click(first.x + first.width - 4, first.y + 10), press(enter, letter('x')));
  await expect
    .poll(() => shown(byClick), 'a click and Enter')
    .toEqual(['First words.', 'x', 'Second words here.']);
  const fromStandfirst = await write();
  await fromStandfirst.standfirst.focus();
  await whileBusy(window, press(enter, letter('x')));
  await expect
    .poll(() => shown(fromStandfirst), 'Enter in the standfirst')
    .toEqual(['xFirst words.', 'Second words here.']);
  const byMenu = await write();
  await whileBusy(window, press(holding('shift', end)), () => [nutgraf.menu('format.bold')]);
  await expect(byMenu.text.locator('strong'), 'Shift+End and the menu').toHaveText(' words here.');
});
