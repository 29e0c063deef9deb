import { type PaneName, paneElement, paneOf, tabbablesIn } from './panes';

/**
 * The one place that decides where the focus goes when the focused element is gone: it is never left on the page's
 * body, where no key does anything and a screen reader starts again at the top of the window.
 */

/** Where the focus was, and what could have had it nearby, in Tab order. */
interface Visit {
  readonly target: HTMLElement;
  /** The pane, dialog or page that it was in. */
  readonly scope: HTMLElement;
  readonly pane: PaneName | null;
  readonly around: readonly HTMLElement[];
}

/** How many places are remembered: enough to come back from a banner, a menu and a dialog. */
const REMEMBERED = 20;

/** This attribute marks where the user continues when a neighbouring element is gone. */
const GOES_ON = '[data-goes-on]';
const FIRST = '[data-first-focus]';
const MARK = '[data-pane-focus]';

/** Where to go when nothing of the earlier place is left. */
const lastResorts: readonly PaneName[] = ['editor', 'list', 'rail', 'status'];

const visits = new WeakMap<HTMLElement, readonly Visit[]>();
/** The requested pane, until its main part is drawn and takes the focus, or the focus goes elsewhere. */
let wish: PaneName | null = null;
/** The same, requested while a dialog was open: a closing dialog first returns the focus. */
let wishAfterDialog: PaneName | null = null;
let isOwnMove = false;
let scheduled = false;

const layerOf = (element: Element): HTMLElement => element.closest<HTMLElement>('dialog') ?? document.body;

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

function canTake(element: HTMLElement | null | undefined): element is HTMLElement {
  return (
    element?.isConnected === true && element.checkVisibility() && !element.matches(':disabled, [inert] *')
  );
}

function remember({ target }: FocusEvent): void {
  if (!(target instanceof HTMLElement) || target === document.body) return;
  if (!isOwnMove) wish = null;
  const layer = layerOf(target);
  const pane = paneOf(target);
  const scope = (layer === document.body && pane ? paneElement(pane) : null) ?? layer;
  const visit: Visit = { target, scope, pane, around: tabbablesIn(scope) };
  visits.set(layer, [...(visits.get(layer) ?? []), visit].slice(-REMEMBERED));
}

/** The nearest neighbour that is left: what came after it, or else before. */
function nearest({ target, around, scope }: Visit): HTMLElement | undefined {
  const at = around.indexOf(target);
  const near = at === -1 ? [] : [...around.slice(at), ...around.slice(0, at).toReversed()];
  return near.find((element) => canTake(element) && scope.contains(element));
}

function markIn(pane: PaneName | null): HTMLElement | null | undefined {
  return pane && paneElement(pane)?.querySelector<HTMLElement>(MARK);
}

/** In order, where the focus goes when its target is gone. */
function* after(visit: Visit): Generator<HTMLElement | null | undefined> {
  yield visit.target;
  if (canTake(visit.scope)) yield visit.scope.querySelector<HTMLElement>(GOES_ON);
  if (visit.pane === null && visit.scope === document.body) return;
  if (canTake(visit.scope)) yield nearest(visit);
  yield markIn(visit.pane);
  yield visit.pane && paneElement(visit.pane);
}

function* places(): Generator<HTMLElement | null | undefined> {
  const dialog = topDialog();
  for (const visit of (visits.get(dialog ?? document.body) ?? []).toReversed()) yield* after(visit);
  if (dialog) {
    yield dialog.querySelector<HTMLElement>(FIRST);
    yield tabbablesIn(dialog)[0];
    yield dialog;
  } else {
    for (const pane of lastResorts) {
      yield markIn(pane);
      yield paneElement(pane);
    }
  }
}

/** A pane whose main part is not drawn yet holds the focus itself meanwhile. */
function take(element: HTMLElement): void {
  const pane = paneOf(element);
  wish = pane && element === paneElement(pane) ? pane : null;
  isOwnMove = true;
  element.focus({ preventScroll: wish !== null });
  isOwnMove = false;
}

function fulfilWish(): void {
  const pane = wish && paneElement(wish);
  if (pane) take(pane.querySelector<HTMLElement>(MARK) ?? pane);
}

function settle(): void {
  scheduled = false;
  if (!topDialog()) {
    wish = wishAfterDialog ?? wish;
    wishAfterDialog = null;
    fulfilWish();
  }
  if (!isLost()) return;
  for (const place of places()) {
    if (canTake(place)) take(place);
    if (!isLost()) return;
  }
}

/** Waits until whatever is running is done, for example an effect that moves the focus itself. */
function settleSoon(): void {
  if (scheduled) return;
  scheduled = true;
  setTimeout(settle);
}

const look = (): void => {
  if (wish !== null || wishAfterDialog !== null || isLost()) settleSoon();
};

/** Moves the focus to a pane's main part: at once, or when that is drawn, unless the user goes elsewhere first. */
export function goOn(pane: PaneName): void {
  if (topDialog()) wishAfterDialog = pane;
  else {
    wish = pane;
    fulfilWish();
  }
  settleSoon();
}

/** Keeps the focus in the window, from the start. Returns the function that stops it. */
export function guardFocus(start: PaneName): () => void {
  const observer = new MutationObserver(look);
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    attributeFilter: ['disabled', 'hidden', 'inert', 'open', 'contenteditable', 'class'],
  });
  const stop = new AbortController();
  const { signal } = stop;
  document.addEventListener('focusin', remember, { signal });
  document.addEventListener('focusout', settleSoon, { signal });
  if (isLost()) goOn(start);
  return () => {
    observer.disconnect();
    stop.abort();
  };
}

/**
 * The modal dialog that is on top, or null: the one that was opened last, which `ui/useModal` numbers. Where it stands
 * in the page says nothing: one that is mounted first may be opened over one that is mounted after it.
 */
export function topDialog(): HTMLElement | null {
  const open = [...document.querySelectorAll<HTMLElement>('dialog:modal')];
  const opened = (dialog: HTMLElement): number => Number(dialog.dataset['opened'] ?? 0);
  return open.reduce<HTMLElement | null>(
    (top, dialog) => (top === null || opened(dialog) >= opened(top) ? dialog : top),
    null,
  );
}
