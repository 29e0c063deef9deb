import { type CommandContext, EMPTY_CONTEXT } from '#shared/commands/commandContext';
import { type BrowserWindow, app } from 'electron';
import type { Background } from './background';
import { type Publish, publisher } from './publish';
import { saveBeforeClosing, onNewPage } from './closing';
import { type PageSource, openAppWindow } from './appWindow';

interface Entry {
  readonly window: BrowserWindow;
  readonly publish: Publish;
  readonly readyToClose: () => void;
  context: CommandContext;
}

/** The windows of the app; there may be several on one store. */
export interface AppWindows {
  /** Every window open at the time of the call hears it. */
  readonly publish: Publish;
  readonly open: () => void;
  /** Brings the current window to the front; opens one when there is none. */
  readonly toFront: () => void;
  /** The id of our window with these web contents, or null when they are not ours. */
  readonly windowOf: (contentsId: number) => number | null;
  /** The window with that id, while it exists. */
  readonly find: (windowId: number) => BrowserWindow | null;
  /** Whether one of them has the focus. */
  readonly hasFocus: () => boolean;
  /** Shows progress, 0 to 1, where the system shows windows; null for none. */
  readonly showProgress: (part: number | null) => void;
  /** Sends one event to one window. */
  readonly publishTo: (windowId: number) => Publish;
  /** Sends one event to every window except that one. */
  readonly publishBeside: (windowId: number | null) => Publish;
  /** The id of the window that has the focus, or had it last; null when none is open. */
  readonly current: () => number | null;
  /** What is open in the current window. */
  readonly context: () => CommandContext;
  readonly setContext: (windowId: number, context: CommandContext) => void;
  readonly readyToClose: (windowId: number) => void;
  /** Hears when a window stays open that was to close, and with it the app that was to quit. */
  readonly onStay: (listener: () => void) => void;
}

interface Options {
  readonly source: PageSource;
  readonly background: Background;
  /** The current window, or what is open in it, changed. */
  readonly onContext: () => void;
}

const nobody = publisher(() => []);
/** What takes the progress away again (Electron, `setProgressBar`). */
const NO_PROGRESS = -1;
/** Electron counts windows from 1. */
const NONE = 0;

/** ms in which a window has the focus that it was given. */
const FOCUS_COMES = 500;

/** Windows that were brought to the front, and that the system has not given the focus yet. */
const waiting = new WeakSet<BrowserWindow>();

/** Where the system gives no window a focus that a person did not give it, as under Wayland, it marks this one. */
function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  if (!window.isFocused() && !waiting.has(window)) {
    waiting.add(window);
    const mark = setTimeout(() => {
      if (!window.isDestroyed()) window.flashFrame(true);
    }, FOCUS_COMES);
    window.once('focus', () => {
      clearTimeout(mark);
      waiting.delete(window);
      window.flashFrame(false);
    });
  }
  window.focus();
}

interface Quitting extends Pick<AppWindows, 'onStay'> {
  /** To be called when a window stays open. */
  readonly stays: () => void;
}

/** Tells a window's end that is the app's from one after which the app is in the background. */
function quitWithLastWindow({ lastWindowClosed, over }: Background): Quitting {
  let quitting = false;
  let tellStay = (): void => undefined;
  app.on('before-quit', () => {
    quitting = true;
    over();
  });
  app.on('browser-window-created', over);
  app.on('window-all-closed', () => {
    if (quitting) app.quit();
    else lastWindowClosed();
  });
  return {
    stays: () => {
      quitting = false;
      tellStay();
    },
    onStay: (listener) => {
      tellStay = listener;
    },
  };
}

function publishingOver(
  entries: ReadonlyMap<number, Entry>,
): Pick<AppWindows, 'publish' | 'publishTo' | 'publishBeside'> {
  const publishBeside = (windowId: number | null): Publish =>
    publisher(() =>
      [...entries].filter(([id]) => id !== windowId).map(([, { window }]) => window.webContents),
    );
  return {
    publish: publishBeside(null),
    publishTo: (windowId) => entries.get(windowId)?.publish ?? nobody,
    publishBeside,
  };
}

/** What is asked of all the windows, or shown on each. */
function onAll(
  entries: ReadonlyMap<number, Entry>,
): Pick<AppWindows, 'windowOf' | 'hasFocus' | 'showProgress'> {
  return {
    windowOf: (contentsId) =>
      [...entries.values()].find(({ window }) => window.webContents.id === contentsId)?.window.id ?? null,
    hasFocus: () => [...entries.values()].some(({ window }) => window.isFocused()),
    showProgress: (part) => {
      for (const { window } of entries.values()) window.setProgressBar(part ?? NO_PROGRESS);
    },
  };
}

export function createAppWindows({ source, background, onContext }: Options): AppWindows {
  const entries = new Map<number, Entry>();
  let current: number | null = null;
  const { stays, onStay } = quitWithLastWindow(background);

  const focus = (windowId: number | null): void => {
    current = windowId;
    onContext();
  };

  const forget = (windowId: number): void => {
    entries.delete(windowId);
    if (current === windowId) focus([...entries.keys()].at(-1) ?? null);
  };

  const setContext = (windowId: number, context: CommandContext): void => {
    const entry = entries.get(windowId);
    if (entry) entry.context = context;
    if (windowId === current) onContext();
  };

  const open = (): void => {
    const window = openAppWindow(source);
    const { id } = window;
    const publish = publisher(() => [window.webContents]);
    const ask = (): void => publish('window.closing', null);
    const readyToClose = saveBeforeClosing(window, { ask, stays });
    entries.set(id, { window, publish, readyToClose, context: EMPTY_CONTEXT });
    window.on('focus', () => focus(id));
    onNewPage(window.webContents, () => setContext(id, EMPTY_CONTEXT));
    window.on('query-session-end', ask);
    window.on('closed', () => forget(id));
    focus(id);
  };

  const find = (windowId: number | null): BrowserWindow | null =>
    entries.get(windowId ?? NONE)?.window ?? null;

  return {
    ...publishingOver(entries),
    ...onAll(entries),
    open,
    toFront: () => {
      const window = find(current);
      if (window) bringToFront(window);
      else open();
    },
    find,
    current: () => current,
    context: () => entries.get(current ?? NONE)?.context ?? EMPTY_CONTEXT,
    setContext,
    readyToClose: (windowId) => entries.get(windowId)?.readyToClose(),
    onStay,
  };
}
