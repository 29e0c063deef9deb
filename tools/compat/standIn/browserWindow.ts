import { execFile, execFileSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { app } from './app';
import { browser } from './driven';
import { menuChanges, menuKeys, pressKeys, roles } from './menu';
import { nativeTheme } from './system';
import { pageScript } from './pageScript';
import { WebContents } from './webContents';

interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface WindowOptions extends Partial<Bounds> {
  readonly webPreferences?: { readonly preload?: string; readonly additionalArguments?: readonly string[] };
}

type State = 'normal' | 'minimized' | 'maximized' | 'fullscreen';

const usual = { x: 0, y: 0, width: 800, height: 600 } as const;

let made = 0;
const open = new Map<number, BrowserWindow>();

const xdotool = (...words: readonly string[]): string => {
  try {
    return execFileSync('xdotool', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return ''; // No window is active, or this one has gone.
  }
};

/** A window of the machine's Chromium that shows nothing but a page. */
export class BrowserWindow extends EventEmitter {
  readonly id = (made += 1);
  readonly webContents: WebContents;
  #xWindow: string | null = null;
  #bounds: Bounds;
  #state: State = 'normal';
  #isDestroyed = false;
  #hadFocus = false;

  constructor({ webPreferences = {}, ...bounds }: WindowOptions = {}) {
    super();
    const { preload, additionalArguments = [] } = webPreferences;
    const script = preload === undefined ? null : pageScript(preload, additionalArguments);
    this.#bounds = { ...usual, ...bounds };
    this.webContents = new WebContents({ script, pressed: pressKeys });
    this.webContents.on('asked-to-close', () => this.close());
    this.webContents.once('shown', () => this.emit('ready-to-show'));
    open.set(this.id, this);
    app.emit('web-contents-created', {}, this.webContents);
    app.emit('browser-window-created', {}, this);
    void this.#open();
  }

  static getAllWindows = (): readonly BrowserWindow[] => [...open.values()];
  static fromId = (id: number): BrowserWindow | null => open.get(id) ?? null;
  static fromWebContents = (contents: WebContents | null): BrowserWindow | null =>
    [...open.values()].find(({ webContents }) => webContents === contents) ?? null;
  static getFocusedWindow = (): BrowserWindow | null =>
    [...open.values()].find((window) => window.isFocused()) ?? null;

  async #open(): Promise<void> {
    const { targetId, xWindow } = await browser().openWindow();
    const chromium = await browser().chromium;
    await this.webContents.attach(chromium, targetId);
    this.#xWindow = xWindow;
    chromium.on('Target.targetDestroyed', (gone) => {
      if (gone['targetId'] === targetId) this.destroy();
    });
    this.webContents.setAccelerators(menuKeys());
    await this.#showTheme();
    await this.#place();
    if (!this.isFocused()) this.focus();
    nativeTheme.on('updated', () => void this.#showTheme());
  }

  async #showTheme(): Promise<void> {
    const value = nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
    const features = [{ name: 'prefers-color-scheme', value }];
    await this.webContents.ask('Emulation.setEmulatedMedia', { features }).catch(() => undefined);
  }

  async #place(): Promise<void> {
    const { windowId } = await this.webContents.ask('Browser.getWindowForTarget');
    const { width, height } = this.#bounds;
    await this.webContents.ask('Browser.setContentsSize', { windowId, width, height });
  }

  async #become(windowState: State): Promise<void> {
    this.#state = windowState;
    const { windowId } = await this.webContents.ask('Browser.getWindowForTarget');
    await this.webContents.ask('Browser.setWindowBounds', { windowId, bounds: { windowState } });
  }

  loadURL = async (address: string): Promise<void> => this.webContents.loadURL(address);
  show(): void {}
  removeMenu(): void {}
  setIcon(): void {}
  setProgressBar(): void {}
  flashFrame(): void {}
  isVisible = (): boolean => true;
  isDestroyed = (): boolean => this.#isDestroyed;
  isMinimized = (): boolean => this.#state === 'minimized';
  isMaximized = (): boolean => this.#state === 'maximized';
  isFullScreen = (): boolean => this.#state === 'fullscreen';
  minimize = (): void => void this.#become('minimized');
  maximize = (): void => void this.#become('maximized');
  unmaximize = (): void => void this.#become('normal');
  restore = (): void => void this.#become('normal');
  setFullScreen = (on: boolean): void => void this.#become(on ? 'fullscreen' : 'normal');
  getBounds = (): Bounds => this.#bounds;
  getNormalBounds = (): Bounds => this.#bounds;
  setBounds(bounds: Partial<Bounds>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    void this.#place();
    this.emit('resize');
  }
  setContentSize = (width: number, height: number): void => this.setBounds({ width, height });
  setSize = (width: number, height: number): void => this.setBounds({ width, height });
  center(): void {}

  isFocused = (): boolean =>
    this.#xWindow !== null && !this.#isDestroyed && xdotool('getactivewindow') === this.#xWindow;
  focus(): void {
    if (this.#xWindow !== null) xdotool('windowactivate', this.#xWindow);
  }

  /** Tells of a focus that came or went since it was last looked for. */
  lookForFocus(active: string): void {
    const has = this.#xWindow !== null && active === this.#xWindow;
    if (has === this.#hadFocus) return;
    this.#hadFocus = has;
    this.emit(has ? 'focus' : 'blur');
  }

  close(): void {
    if (this.#isDestroyed) return;
    let isPrevented = false;
    this.emit('close', { preventDefault: () => (isPrevented = true) });
    if (isPrevented) app.stay();
    else this.destroy();
  }

  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    open.delete(this.id);
    this.webContents.destroy();
    this.emit('closed');
    if (open.size === 0) app.lastWindowClosed();
  }
}

/** How often the display is asked which window has the focus, ms. */
const GLANCE = 150;

setInterval(() => {
  if (open.size === 0) return;
  execFile('xdotool', ['getactivewindow'], (_error, active) => {
    for (const window of open.values()) window.lookForFocus(active.trim());
  });
}, GLANCE).unref();

menuChanges.on('changed', () => {
  for (const { webContents } of open.values()) webContents.setAccelerators(menuKeys());
});

const onFocused = (act: (window: BrowserWindow) => void) => (): void => {
  const window = BrowserWindow.getFocusedWindow();
  if (window !== null) act(window);
};

for (const [role, act] of Object.entries({
  close: (window: BrowserWindow) => window.close(),
  minimize: (window: BrowserWindow) => window.minimize(),
  togglefullscreen: (window: BrowserWindow) => window.setFullScreen(!window.isFullScreen()),
  reload: (window: BrowserWindow) => window.webContents.reload(),
  cut: ({ webContents }: BrowserWindow) => webContents.edit('Cut'),
  copy: ({ webContents }: BrowserWindow) => webContents.edit('Copy'),
  paste: ({ webContents }: BrowserWindow) => webContents.edit('Paste'),
  pasteandmatchstyle: ({ webContents }: BrowserWindow) => webContents.edit('PasteAndMatchStyle'),
  selectall: ({ webContents }: BrowserWindow) => webContents.edit('SelectAll'),
}))
  roles.set(role, onFocused(act));
roles.set('quit', () => app.quit());
app.windowsAre(BrowserWindow.getAllWindows);
