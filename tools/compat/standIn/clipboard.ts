import { BrowserWindow } from './browserWindow';
import { textOf } from './cdp';

type Parts = Readonly<Record<string, string>>;

/** As on the web: what is copied, in several forms. */
export class ClipboardItem {
  readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
  }
}

/** The system's clipboard, which a page of ours reaches; it alone puts markup on it as it stands. */
async function inPage(expression: string): Promise<unknown> {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  return window?.webContents.executeJavaScript(expression);
}

async function put(parts: Parts): Promise<void> {
  await inPage(`(() => {
    const copy = (event) => {
      event.stopImmediatePropagation();
      event.preventDefault();
      for (const [type, text] of Object.entries(${JSON.stringify(parts)})) event.clipboardData.setData(type, text);
    };
    window.addEventListener('copy', copy, { capture: true, once: true });
    document.execCommand('copy');
    window.removeEventListener('copy', copy, { capture: true });
  })()`);
}

/** The calls of Electron 44 and later, which answer by promises. */
export const clipboard = {
  write: async ([item]: readonly ClipboardItem[]): Promise<void> => put(item?.parts ?? {}),
  writeText: async (text: string): Promise<void> => put({ 'text/plain': text }),
  readText: async (): Promise<string> => {
    const [window] = BrowserWindow.getAllWindows();
    await window?.webContents.ask('Browser.grantPermissions', { permissions: ['clipboardReadWrite'] });
    const text = textOf(await inPage('navigator.clipboard.readText()'));
    await window?.webContents.ask('Browser.resetPermissions');
    return text;
  },
  clear: async (): Promise<void> => put({ 'text/plain': '' }),
};
