import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from './app';
import { browser } from './driven';

export { app } from './app';
export { BrowserWindow } from './browserWindow';
export { clipboard, ClipboardItem } from './clipboard';
export { ipcMain } from './ipcMain';
export { Menu, MenuItem } from './menu';
export { net } from './net';
export { protocol, session } from './session';
export {
  dialog,
  nativeImage,
  nativeTheme,
  Notification,
  powerMonitor,
  safeStorage,
  screen,
  shell,
} from './system';
export { WebContents as webContents } from './webContents';

interface Start {
  /** What followed the program's name, without a module that was required. */
  readonly words: readonly string[];
  /** Whether a test drives Chromium from the start. */
  readonly isDriven: boolean;
}

/** Gets ready for the app in the first word that is no switch; returns what runs it. */
export function begin({ words, isDriven }: Start): () => Promise<void> {
  const folder = path.resolve(words.find((word) => !word.startsWith('-')) ?? '.');
  app.belongsTo(folder);
  if (isDriven) browser();
  return async () => {
    await import(pathToFileURL(path.join(folder, 'out', 'main', 'index.js')).href);
    if (isDriven) await browser().chromium;
    app.beReady();
  };
}
