import type { Page } from '@playwright/test';
import { expect } from './fixtures';

/** What has the focus, in a user's words; `body` when nothing has. */
const focused = (window: Page): Promise<string> =>
  window.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return 'body';
    const pane = element.closest('dialog')
      ? 'dialog'
      : element.closest('[data-pane]')?.getAttribute('data-pane');
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
    const name = element.getAttribute('aria-label') ?? label ?? element.textContent;
    return `${pane ?? ''}: ${name.trim().slice(0, 40)}`;
  });

/** Expects something to have the focus, with a pane and a name where it matters which. */
export async function expectFocus(window: Page, after: string, expected?: RegExp): Promise<void> {
  await expect.poll(() => focused(window), after).not.toBe('body');
  if (expected) await expect.poll(() => focused(window), after).toMatch(expected);
}
