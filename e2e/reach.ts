import type { Page } from '@playwright/test';
import { type NutgrafApp, expect } from './fixtures';

/** Zooms the first window, 1280 CSS pixels wide unzoomed: at 4 it has 320. */
export async function zoom(nutgraf: NutgrafApp, factor: number): Promise<void> {
  await nutgraf.app.evaluate(({ BrowserWindow }, by) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.setContentSize(1280, 900);
    window?.webContents.setZoomFactor(by);
  }, factor);
  await expect.poll(() => nutgraf.window.evaluate(() => innerWidth)).toBe(1280 / factor);
}

/** What the user cannot see in full, cannot reach, or can hardly hit, in the topmost part of the window. */
function outOfReach(window: Page): Promise<readonly string[]> {
  return window.evaluate(() => {
    const drawer = document.querySelector('[aria-label="Close the drawer"]')?.nextElementSibling;
    const [floating] = document.querySelectorAll('[role=menu], [role=dialog]:not(dialog)');
    const opened = [...document.querySelectorAll<HTMLElement>('dialog:modal')].toSorted(
      (one, other) => Number(one.dataset['opened']) - Number(other.dataset['opened']),
    );
    const layer = floating ?? opened.at(-1) ?? drawer ?? document.body;
    const acts =
      'a[href], button, input, select, textarea, [role=tab], [role=radio], [role=option], [role=menuitem], summary';
    const named = (element: Element) =>
      `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 30)}”`;
    const isSeen = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      !element.closest('option, .sr-only, [aria-hidden=true]');
    const isCut = ({ left, right }: DOMRect) => left < -0.5 || right > innerWidth + 0.5;
    const wrong: string[] = [];
    for (const element of layer.querySelectorAll<HTMLElement>(acts)) {
      if (!isSeen(element)) continue;
      element.scrollIntoView({ block: 'center', inline: 'nearest' });
      const label = element.closest('label') ?? element;
      const box = label.getBoundingClientRect();
      if (box.width === 0) continue;
      if (box.width < 23.5 || box.height < 23.5)
        wrong.push(`${named(element)} is ${box.width} × ${box.height}`);
      if (isCut(box)) wrong.push(`${named(element)} is cut at the side`);
      const across = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
      const down = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
      const hit = document.elementFromPoint(across, down);
      if (!hit || !label.contains(hit))
        wrong.push(`${named(element)} lies under ${hit ? named(hit) : 'nothing'}`);
    }
    const texts = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const around = text.parentElement;
      if (!around || !isSeen(around) || text.textContent?.trim() === '') continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const isEllipsis = getComputedStyle(around).textOverflow === 'ellipsis';
      if (!isEllipsis && isCut(range.getBoundingClientRect()))
        wrong.push(`the text of ${named(around)} is cut`);
    }
    if (document.documentElement.scrollWidth > innerWidth) wrong.push('the page is wider than the window');
    return wrong;
  });
}

/** The panes fold a moment after the window is zoomed. */
export const expectWithinReach = (window: Page, what: string): Promise<void> =>
  expect.poll(() => outOfReach(window), what).toEqual([]);
