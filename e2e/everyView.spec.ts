import type { Page } from '@playwright/test';
import { faultsOfTree } from './accessibilityTree';
import { graveFaults } from './axe';
import { expect } from './fixtures';
import { expectWithinReach, zoom } from './reach';
import { test } from './smallSite';
import { type Desk, atAPlace, leaveView, views } from './views';

interface Mode {
  readonly media: Parameters<Page['emulateMedia']>[0];
  readonly html: readonly [attribute: string, value: string];
  readonly direction?: 'rtl';
}

const plain = { colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none' } as const;

/** What a person may have set in their system, and what the page then says of itself. */
const modes: Readonly<Record<string, Mode>> = {
  dark: { media: { ...plain, colorScheme: 'dark' }, html: ['data-theme', 'dark'] },
  'high contrast': { media: { ...plain, contrast: 'more' }, html: ['data-contrast', 'high'] },
  'forced colours': { media: { ...plain, forcedColors: 'active' }, html: ['data-contrast', 'normal'] },
  'right to left': { media: plain, html: ['data-theme', 'light'], direction: 'rtl' },
  light: { media: plain, html: ['data-theme', 'light'] },
};

const turn = (page: Page, direction: 'ltr' | 'rtl'): Promise<void> =>
  page.evaluate((to) => {
    document.documentElement.dir = to;
  }, direction);

async function findGrave(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [name, { media, html, direction = 'ltr' }] of Object.entries(modes)) {
    await page.emulateMedia(media);
    await expect(page.locator('html')).toHaveAttribute(...html);
    await turn(page, direction);
    found.push(...(await graveFaults(page)).map((fault) => `${name}: ${fault}`));
  }
  return found;
}

/** What moves though a person asked for less motion. */
async function findMotion(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = await page.evaluate(() => {
    const seconds = (times: string): number => Math.max(...times.split(',').map((time) => parseFloat(time)));
    const elements = [...document.querySelectorAll('*')];
    const slow = elements.filter((element) => {
      const { transitionDuration, animationDuration, scrollBehavior } = getComputedStyle(element);
      const isSlow = Math.max(seconds(transitionDuration), seconds(animationDuration)) > 0.01;
      return isSlow || scrollBehavior === 'smooth';
    });
    const endless = document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().activeDuration) > 10);
    return [...slow.map(({ className }) => `moves: ${className}`), ...endless.map(String)];
  });
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  return moving;
}

/** Of one group of views: everything that is wrong, by view. */
async function walk(
  desk: Desk,
  group: keyof typeof views,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const { nutgraf } = desk;
  const session = await nutgraf.window.context().newCDPSession(nutgraf.window);
  const found: Record<string, readonly string[]> = {};
  for (const [view, open] of Object.entries(views[group])) {
    await open(desk);
    const { window } = nutgraf;
    const wrong = [
      ...(await findGrave(window)),
      ...(await faultsOfTree(session)),
      ...(await findMotion(window)),
    ];
    if (wrong.length > 0) found[view] = wrong;
    await leaveView(nutgraf);
  }
  return found;
}

for (const group of Object.keys(views) as readonly (keyof typeof views)[])
  test(`every view ${group} can be seen in every mode, heard, and rests when it should`, async ({
    nutgraf,
    sites,
  }) => {
    expect(await walk({ nutgraf, sites }, group)).toEqual({});
  });

for (const group of Object.keys(views) as readonly (keyof typeof views)[])
  // @electron: Electron alone zooms a page as a whole.
  test(
    `every view ${group} is within reach at 200 % and in 320 pixels`,
    { tag: '@electron' },
    async ({ nutgraf, sites }) => {
      for (const [view, open] of Object.entries(views[group])) {
        const isAtAPlace = atAPlace.has(view);
        if (!isAtAPlace) await open({ nutgraf, sites });
        for (const factor of [2, 4]) {
          await zoom(nutgraf, factor);
          if (isAtAPlace) await open({ nutgraf, sites });
          await expectWithinReach(nutgraf.window, `${view}, ${factor * 100} %`);
          if (isAtAPlace) await leaveView(nutgraf);
        }
        await zoom(nutgraf, 1);
        await leaveView(nutgraf);
      }
    },
  );
