import { type BrowserWindow, dialog } from 'electron';

/** Two crashes within this time are a loop: the page is then loaded again only when the person asks for it. */
const LOOP = 10_000;

/** Opens a page again whose process has died, and says so. */
export function reopenAfterCrash(window: BrowserWindow, now: () => number): void {
  let lastCrash = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const loops = now() - lastCrash < LOOP;
    lastCrash = now();
    if (!loops) window.webContents.reload();
    void tell(window, loops);
  });
}

async function tell(window: BrowserWindow, loops: boolean): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'warning',
    message: loops ? 'This window stopped again.' : 'This window stopped and was opened again.',
    detail: 'What the status bar called saved is safe.',
    buttons: [loops ? 'Open again' : 'Go on'],
  });
  if (loops && !window.isDestroyed()) window.webContents.reload();
}
