import { operations } from '#shared/contract';
import { namesSwitch, operationNames } from '#shared/contract/define';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { reopenAfterCrash } from './crash';
import { MINIMUM, keepPlacement, placeWindow, readPlacement } from './placement';

export interface PageSource {
  /** The address of the interface. */
  readonly page: string;
  /** The file of the preload. */
  readonly preload: string;
  /** The file of the app's picture, for systems whose windows bear one. */
  readonly icon: string;
  /** The file in which the windows' last placement is kept. */
  readonly placementFile: string;
  readonly now: () => number;
}

/** `--paper` of the interface's tokens, so that nothing flashes before the first frame. */
const paper = { light: '#fdfcf9', dark: '#191817' } as const;

/** Opens one window with the interface; it is shown when there is something to see. */
export function openAppWindow({ page, preload, icon, placementFile, now }: PageSource): BrowserWindow {
  const kept = readPlacement(placementFile);
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const window = new BrowserWindow({
    ...placeWindow(kept, screens),
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    title: 'Nutgraf',
    icon,
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
  });
  window.on('close', () => {
    keepPlacement(placementFile, { ...window.getNormalBounds(), maximised: window.isMaximized() });
  });
  reopenAfterCrash(window, now);
  void window.loadURL(page);
  return window;
}
