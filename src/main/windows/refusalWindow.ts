import { escapeHtml } from '#shared/document/html';
import { directionOf } from '#shared/language/languages';
import { say, spokenLanguage } from '#shared/language/say';
import { BrowserWindow, app, nativeTheme } from 'electron';

/** What keeps the app from starting, in words for the user. */
export interface Refusal {
  readonly title: string;
  /** What happened, what is safe, what to do. */
  readonly message: string;
  readonly folder: string;
  /** The system's own words, for whoever helps. */
  readonly detail: string | null;
}

const colours = {
  light: { paper: '#fdfcf9', ink: '#1c1a17', quiet: '#56514a' },
  dark: { paper: '#191817', ink: '#ebe7df', quiet: '#b5afa4' },
} as const;

/** A page without a script, since it must work where nothing else does. */
function refusalPage({ title, message, folder, detail }: Refusal, isDark: boolean): string {
  const language = spokenLanguage();
  const { paper, ink, quiet } = colours[isDark ? 'dark' : 'light'];
  const style = `body{margin:40px;font:16px/1.55 system-ui,sans-serif;background:${paper};color:${ink}}h1{font-size:22px;line-height:1.3}dt,small{color:${quiet};font-size:14px}dd{margin:0 0 16px;overflow-wrap:anywhere;text-align:start}`;
  return `<!doctype html><html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>${escapeHtml(title)}</title><style>${style}</style></head><body><main role="alert">
    <h1>${escapeHtml(title)}</h1><p>${escapeHtml(message)}</p>
    <dl><dt>${escapeHtml(say('The store’s folder'))}</dt><dd dir="ltr">${escapeHtml(folder)}</dd></dl>
    <p>${escapeHtml(say('None of your articles was changed. Close this window to quit Nutgraf (Escape).'))}</p>
    ${detail === null ? '' : `<small dir="auto">${escapeHtml(detail)}</small>`}</main></body></html>`;
}

/** Shows why the app cannot start; resolves once the user has closed the window. */
export async function showRefusal(refusal: Refusal): Promise<void> {
  const { shouldUseDarkColors: isDark } = nativeTheme;
  const window = new BrowserWindow({
    width: 640,
    height: 440,
    title: 'Nutgraf',
    backgroundColor: colours[isDark ? 'dark' : 'light'].paper,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false },
  });
  window.removeMenu();
  const closed = new Promise<void>((resolve) => void window.once('closed', resolve));
  window.webContents.on('before-input-event', (_event, { type, key }) => {
    if (type === 'keyDown' && key === 'Escape') window.close();
  });
  // A second start ends by bringing this one to the front.
  app.on('second-instance', () => window.focus());
  await window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(refusalPage(refusal, isDark))}`);
  await closed;
}
