import { useEffect } from 'react';
import { whenRested } from '../atRest';
import { topDialog } from '../navigation/focus';

/**
 * The window's one live region: a screen reader speaks what is put here once, and nothing shows it. It is moved into
 * the topmost dialog, since everything behind a modal dialog is also hidden from a screen reader.
 */
let region: HTMLElement | null = null;

/** How long, in ms, a region is left empty, so that repeating the same words is a change that is spoken. */
const BREATH = 60;

/** How long, in ms, what is typed must have come to the same before it is said. */
const SETTLED = 300;

let waiting: readonly string[] = [];

function liveRegion(): HTMLElement {
  region ??= Object.assign(document.createElement('div'), { className: 'sr-only', role: 'status' });
  region.dataset['announcer'] = '';
  const home = topDialog() ?? document.body;
  if (region.parentElement !== home) home.append(region);
  return region;
}

/**
 * Announces a sentence once to those who cannot see what changed; sentences at the same moment are said one after
 * another.
 */
export function announce(text: string): void {
  if (waiting.includes(text)) return;
  waiting = [...waiting, text];
  if (waiting.length > 1) return;
  liveRegion().textContent = '';
  setTimeout(() => {
    const said = waiting.join(' ');
    waiting = [];
    liveRegion().textContent = said;
  }, BREATH);
}

/**
 * Announces what somebody's typing came to once it has stood for a moment: said at each letter, it talks over the
 * letters. The same sentence is said once, however long the typing keeps coming to it. Null says nothing.
 */
export function useSettledAnnouncement(text: string | null): void {
  useEffect(() => {
    if (text === null) return undefined;
    const { ask, stop } = whenRested(() => announce(text), SETTLED, SETTLED);
    ask();
    return stop;
  }, [text]);
}
