import type { Page } from '@playwright/test';
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

/** How long the page is busy, ms: until all that is pressed meanwhile waits for it. */
const BUSY = 400;

/**
 * Clicks and presses keys while the page is busy, as it is on a machine under load: they wait, and then come one right
 * after the other, with nothing in between.
 */
async function whileBusy(
  page: Page,
  pressed: readonly Key[],
  click?: { x: number; y: number },
): Promise<void> {
  const input = await page.context().newCDPSession(page);
  const busy = page.evaluate((ms) => {
    const until = performance.now() + ms;
    while (performance.now() < until);
  }, BUSY);
  const clicked = (['mousePressed', 'mouseReleased'] as const).map(
    (type) =>
      click && input.send('Input.dispatchMouseEvent', { type, ...click, button: 'left', clickCount: 1 }),
  );
  const typed = pressed.flatMap(({ key, code, text, held = 'none' }) => {
    const event = { key, code: key, windowsVirtualKeyCode: code, modifiers: modifiers[held] };
    const down = text === undefined ? { type: 'rawKeyDown' as const } : { type: 'keyDown' as const, text };
    return [
      input.send('Input.dispatchKeyEvent', { ...event, ...down }),
      input.send('Input.dispatchKeyEvent', { ...event, type: 'keyUp' }),
    ];
  });
  await Promise.all([busy, ...clicked, ...typed]);
  await input.detach();
}

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

test('keys that wait for a busy window act where the caret is by then', async ({ desk }) => {
  const { window } = desk;
  const write = async () => {
    const editor = await newArticle(desk, 'First words.', 'Second words here.');
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
    await whileBusy(window, keys);
    expect(await blocksOf(editor), name).toEqual(blocks);
  }
  const editor = await write();
  const first = await editor.blocks.first().boundingBox();
  if (!first) throw new Error('nothing to click on');
  await whileBusy(window, [enter, letter('x')], { x: first.x + first.width - 4, y: first.y + 10 });
  expect(await shown(editor), 'a click and Enter').toEqual(['First words.', 'x', 'Second words here.']);
});
