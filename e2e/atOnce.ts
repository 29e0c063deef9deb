import type { Page } from '@playwright/test';

/** Holds back what a page does later; returns the function that lets it go on, with all of the time before it again. */
async function holdTimers(page: Page): Promise<() => Promise<void>> {
  const held = await page.evaluateHandle(() => {
    const start = window.setTimeout.bind(window);
    const stop = window.clearTimeout.bind(window);
    const waiting = new Map<number, () => number>();
    const released = new Map<number, number>();
    let last = 0;
    const later = (run: () => void, ms = 0): number => {
      if (ms < 100) return start(run, ms);
      last -= 1;
      waiting.set(last, () => start(run, ms));
      return last;
    };
    const callOff = (id = 0): void => {
      if (!waiting.delete(id)) stop(released.get(id) ?? id);
    };
    Object.assign(window, { setTimeout: later, clearTimeout: callOff });
    return () => {
      Object.assign(window, { setTimeout: start });
      for (const [id, begin] of waiting) released.set(id, begin());
      waiting.clear();
    };
  });
  return () => held.evaluate((release) => release());
}

/** Types in two windows at once: however slow the machine is, neither saves before both have typed. */
export async function typeAtOnce(
  [here, there]: readonly [Page, Page],
  [mine, theirs]: readonly [string, string],
): Promise<void> {
  const goOn = await Promise.all([holdTimers(here), holdTimers(there)]);
  await Promise.all([here.keyboard.type(mine), there.keyboard.type(theirs)]);
  await Promise.all(goOn.map((release) => release()));
}
