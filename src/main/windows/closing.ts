import { type BrowserWindow, type WebContents, dialog } from 'electron';
import { onNewPage } from './newPage';

/** How long a window has to commit what was typed. */
const PATIENCE = 5000;
/** How long a page that lives may take to answer a question that costs it nothing. */
const HEARTBEAT = 2000;

interface Closing {
  /** Asks the window to commit what was typed; it answers by calling `ready`. */
  readonly ask: () => void;
  /** The window stays open after all. */
  readonly stays: () => void;
}

/**
 * Holds a window open until what was typed in it is committed. A page that has died is closed at
 * once, one that hangs after {@link PATIENCE}. One that lives but could not save (a full disk, say) stays open and tells the person itself;
 * should it be too broken for that, closing it a second time asks them here.
 * Returns the function to call when everything is committed.
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

/** Whether there is a page in which something can have been typed: none before it is parsed, none once it died. */
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
    message: 'The last changes in this window could not be saved.',
    detail: 'What the status bar called saved is safe. Keep the window open to copy or save the rest.',
    buttons: ['Keep open', 'Close anyway'],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}
