/**
 * The window's one live region: what is said here a screen reader speaks once, and nothing shows it. It stands in
 * the dialog that is on top, since all behind a modal dialog is hidden from a screen reader too.
 */
let region: HTMLElement | null = null;

/** How long, in ms, a region is left empty, so that the same words said again are a change that is spoken. */
const BREATH = 60;

let waiting: readonly string[] = [];

function liveRegion(): HTMLElement {
  region ??= Object.assign(document.createElement('div'), { className: 'sr-only', role: 'status' });
  region.dataset['announcer'] = '';
  const home = [...document.querySelectorAll<HTMLElement>('dialog:modal')].at(-1) ?? document.body;
  if (region.parentElement !== home) home.append(region);
  return region;
}

/** Says a sentence once to who can't see what changed; what is said at the same moment is said behind it. */
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
