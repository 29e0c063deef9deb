import { operations } from '#shared/contract';
import { namesSwitch, operationNames } from '#shared/contract/define';
import type { Id } from '#shared/domain/id';
import { say } from '#shared/language/say';
import { BrowserWindow, nativeTheme, dialog } from 'electron';
import { withStart } from './pages';
import { keepPlace, openingPlace } from './placeKeeper';
import { MINIMUM } from './placement';

export interface PageSource {
  /** The address of the interface. */
  readonly page: string;
  /** The file of the preload. */
  readonly preload: string;
  /** The app's icon file, for systems whose windows have one. */
  readonly icon: string;
  /** The file with the windows' places. */
  readonly placementFile: string;
  /** The article that a new window opens with; null for none. */
  readonly article: () => Id | null;
  readonly now: () => number;
}

/** `--paper` of the interface's tokens, so that nothing flashes before the first frame. */
const paper = { light: '#fdfcf9', dark: '#191817' } as const;

/** Opens one window with the interface; it is shown when there is something to see. */
export function openAppWindow({
  page,
  preload,
  icon,
  placementFile,
  article,
  now,
}: PageSource): BrowserWindow {
  const { kept, bounds } = openingPlace(placementFile);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    title: 'Nutgraf',
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    webPreferences: {
      preload,
      additionalArguments: [namesSwitch.write(operationNames(operations))],
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
    },
  });
  window.once('ready-to-show', () => {
    if (kept?.maximised) window.maximize();
    window.show();
    if (process.platform !== 'darwin') window.setIcon(icon);
  });
  keepPlace(window, placementFile, () => BrowserWindow.getAllWindows().length === 1);
  reopenAfterCrash(window, now);
  void window.loadURL(withStart(page, article()));
  return window;
}

/** Two crashes within this time are a loop: the page is then reloaded only when the user asks. */
const LOOP = 10_000;

/** Reloads a page whose process has crashed, and says so. */
function reopenAfterCrash(window: BrowserWindow, now: () => number): void {
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
    message: loops ? say('This window stopped again.') : say('This window stopped and was reopened.'),
    detail: say('What the status bar showed as saved is safe.'),
    buttons: [loops ? say('Open again') : say('Go on')],
  });
  if (loops && !window.isDestroyed()) window.webContents.reload();
}
