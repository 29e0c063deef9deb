import { type BrowserWindow, type WebContents, dialog } from 'electron';
import { say } from '#shared/language/say';

/** How long a window has to save what was typed. */
const PATIENCE = 5000;
/** How long a live page may take to answer a trivial question. */
const HEARTBEAT = 2000;

interface Closing {
  /** Asks the window to save what was typed; it answers by calling `ready`. */
  readonly ask: () => void;
  /** The window stays open after all. */
  readonly stays: () => void;
}

/**
 * Holds a window open until everything typed in it is saved. A page that has crashed is closed at once, one that
 * hangs after {@link PATIENCE}. One that works but could not save (a full disk, say) stays open and tells the user
 * itself; if it is too broken for that, closing it a second time asks the user here. Returns the function to call
 * when everything is saved.
 */
export function saveBeforeClosing(window: BrowserWindow, { ask, stays }: Closing): () => void {
  let state: 'open' | 'asked' | 'ready' = 'open';
  let patience: NodeJS.Timeout | undefined;
  let refusals = 0;

  const decide = async (): Promise<void> => {
    const dead = !(await isAlive(window.webContents));
    const closes = dead || (refusals > 0 && (await closesUnsaved(window)));
    if (window.isDestroyed() || state === 'ready') return;
    if (closes) return window.destroy();
    state = 'open';
    refusals += 1;
    stays();
  };

  const hasPage = watchPage(window.webContents);
  window.on('close', (event) => {
    if (state === 'ready' || !hasPage()) return;
    event.preventDefault();
    if (state === 'asked') return;
    state = 'asked';
    patience = setTimeout(() => void decide(), PATIENCE);
    ask();
  });
  window.on('closed', () => clearTimeout(patience));
  return () => {
    if (window.isDestroyed()) return;
    clearTimeout(patience);
    state = 'ready';
    window.close();
  };
}

/** Whether there is a page in which something can have been typed: not before it is parsed, nor after it crashed. */
function watchPage(contents: WebContents): () => boolean {
  let parsed = false;
  contents.on('dom-ready', () => {
    parsed = true;
  });
  onNewPage(contents, () => {
    parsed = false;
  });
  return () => parsed && !contents.isCrashed();
}

async function isAlive(contents: WebContents): Promise<boolean> {
  if (contents.isDestroyed() || contents.isCrashed()) return false;
  const silence = new Promise<boolean>((resolve) => setTimeout(resolve, HEARTBEAT, false));
  const answer = contents.executeJavaScript('true').then(Boolean, () => false);
  return Promise.race([answer, silence]);
}

async function closesUnsaved(window: BrowserWindow): Promise<boolean> {
  if (window.isDestroyed()) return false;
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: say('The last changes in this window could not be saved.'),
    detail: say(
      'What the status bar showed as saved is safe. Keep the window open to copy or save the rest.',
    ),
    buttons: [say('Keep open'), say('Close anyway')],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}

/** Calls back whenever a page is about to be replaced as a whole: at the first load, a reload, after a crash. */
export function onNewPage(contents: WebContents, begins: () => void): void {
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) begins();
  });
}
