import type { ReactNode, RefObject } from 'react';

/** The parts of the window in F6 order. */
export const paneNames = ['rail', 'list', 'editor', 'inspector', 'status'] as const;
export type PaneName = (typeof paneNames)[number];

/** The pane after (or before) one, among the visible ones; the first (or last) when none has the focus. */
export function nextPane(now: PaneName | null, step: 1 | -1, there: readonly PaneName[]): PaneName | null {
  const order = paneNames.filter((name) => there.includes(name));
  const index = now === null ? -1 : order.indexOf(now);
  if (index === -1) return (step === 1 ? order[0] : order.at(-1)) ?? null;
  return order[(index + step + order.length) % order.length] ?? null;
}

const tabbableThings =
  'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, [tabindex="0"], [contenteditable="true"]';

const lastFocused = new Map<PaneName, HTMLElement>();

/** The tab stops within a part of the page, in order. */
export function tabbablesIn(part: Element): readonly HTMLElement[] {
  return [...part.querySelectorAll<HTMLElement>(tabbableThings)].filter((element) => element.tabIndex >= 0);
}

/** Also null when the pane is hidden. */
export function paneElement(name: PaneName): HTMLElement | null {
  const pane = document.querySelector<HTMLElement>(`[data-pane="${name}"]`);
  return pane?.checkVisibility() ? pane : null;
}

/** The pane around an element. */
export function paneOf(element: Element | null): PaneName | null {
  const pane = element?.closest<HTMLElement>('[data-pane]')?.dataset['pane'];
  return paneNames.find((name) => name === pane) ?? null;
}

const paneNow = (): PaneName | null => paneOf(document.activeElement);

/**
 * Moves the focus into a pane: to where it last was there, else to what the pane marks, else to its first control.
 */
export function focusPane(name: PaneName): void {
  const pane = paneElement(name);
  if (!pane) return;
  const last = lastFocused.get(name);
  const target =
    last?.isConnected && pane.contains(last)
      ? last
      : (pane.querySelector<HTMLElement>('[data-pane-focus]') ?? tabbablesIn(pane)[0] ?? pane);
  target.focus();
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.key !== 'F6' || document.querySelector('dialog[open]')) return;
  event.preventDefault();
  const there = paneNames.filter((name) => paneElement(name) !== null);
  const next = nextPane(paneNow(), event.shiftKey ? -1 : 1, there);
  if (next) focusPane(next);
}

function onFocusIn({ target }: FocusEvent): void {
  const pane = paneNow();
  // A pane that has the focus itself is only waiting for its main part.
  const isPart = target instanceof HTMLElement && target.dataset['pane'] === undefined;
  if (pane && isPart) lastFocused.set(pane, target);
}

/** Makes F6 and Shift+F6 cycle through the panes. Returns the function that stops it. */
export function listenToPaneKeys(): () => void {
  document.addEventListener('keydown', onKeyDown);
  document.addEventListener('focusin', onFocusIn);
  return () => {
    document.removeEventListener('keydown', onKeyDown);
    document.removeEventListener('focusin', onFocusIn);
  };
}

interface PaneProps {
  readonly as: 'nav' | 'section' | 'main' | 'aside' | 'footer';
  readonly name: PaneName;
  /** Its name for a screen reader. */
  readonly label: string;
  readonly className: string;
  readonly ref?: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

/** A part of the window that F6 leads to, and that may hold the focus itself until its main part is drawn. */
export function Pane({ as: Element, name, label, className, ref, children }: PaneProps) {
  return (
    <Element ref={ref} aria-label={label} data-pane={name} tabIndex={-1} className={className}>
      {children}
    </Element>
  );
}
