import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type CommandId, commands } from '../src/shared/commands';
import type { WindowBridge } from '../src/shared/contract';
import { _electron, test as base, type ElectronApplication, expect, type Page } from '@playwright/test';
import { heldUntilConnected, launchOptions } from '../tools/display/launchOptions';

declare global {
  interface Window {
    /** What the preload puts there. */
    readonly nutgraf: WindowBridge;
  }
}

/** Surroundings of the app's own, and the program that starts it in them, which finds Electron in the environment. */
export interface Starter {
  readonly executablePath?: string;
  readonly env: Readonly<Record<string, string>>;
  /** Arguments that stand right behind Playwright's own, `-r MODULE` for instance. */
  readonly required?: readonly string[];
}

/** The app as a test drives it: its own store, the real menu, the real keyboard. */
export class NutgrafApp {
  #app: ElectronApplication | undefined;
  #window: Page | undefined;

  constructor(
    /** The store's folder. */
    readonly folder: string,
    /** Playwright's parallelIndex: each worker has a display of its own. */
    private readonly slot: number,
    /** What is started in Electron's place, and starts it in turn with the same arguments. */
    private readonly starter?: Starter,
  ) {}

  get app(): ElectronApplication {
    if (!this.#app) throw new Error('The app is not running: launch it first.');
    return this.#app;
  }

  /** The window that opened first. */
  get window(): Page {
    if (!this.#window) throw new Error('The app is not running: launch it first.');
    return this.#window;
  }

  async launch(...switches: readonly string[]): Promise<void> {
    const { args, env, ...options } = launchOptions(this.slot);
    const { executablePath = options.executablePath, required = [] } = this.starter ?? {};
    this.#app = await _electron.launch({
      ...options,
      executablePath,
      env: { ...env, ...this.starter?.env },
      args: [...heldUntilConnected(), ...required, ...args, `--store=${this.folder}`, ...switches],
    });
    this.#window = await ready(await this.#app.firstWindow());
  }

  /** Ends the app as a person does: what was typed is saved first. */
  async quit(): Promise<void> {
    await this.app.close();
    this.#app = undefined;
  }

  /** Ends it at once and without a warning, like a power cut. */
  async kill(): Promise<void> {
    const app = this.app;
    const closed = app.waitForEvent('close');
    app.process().kill('SIGKILL');
    await closed;
    this.#app = undefined;
  }

  /** Quits if it still runs, and starts it on the same store. */
  async relaunch(): Promise<void> {
    if (this.#app) await this.quit();
    await this.launch();
  }

  async end(): Promise<void> {
    if (this.#app) await this.quit();
  }

  /** Whether the menu offers a command now. */
  isEnabled(command: CommandId): Promise<boolean> {
    return this.app.evaluate(
      ({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.enabled ?? false,
      command,
    );
  }

  /**
   * Clicks a command in the application menu, once the menu offers it, and waits until a window has heard of it: keys
   * take a shorter way there, and what a test types next is for what the command brought up.
   */
  async menu(command: CommandId): Promise<void> {
    await expect.poll(() => this.isEnabled(command), `the menu offers ${command}`).toBe(true);
    const pages = commands[command].runs === 'window' ? this.app.windows() : [];
    const listening = await Promise.all(pages.map((page) => listen(page, command)));
    await this.app.evaluate(({ Menu }, id) => {
      Menu.getApplicationMenu()?.getMenuItemById(id)?.click();
    }, command);
    if (listening.length > 0) await Promise.race(listening.map(({ heard }) => heard()));
    await Promise.all(listening.map(({ stop }) => stop()));
  }

  /** Opens a second window by the menu. */
  async newWindow(): Promise<Page> {
    const opened = this.app.waitForEvent('window');
    await this.menu('window.new');
    return ready(await opened);
  }

  /** Presses keys on the machine's keyboard, as xdotool names them (`ctrl+n`): only these reach menu accelerators. */
  keys(combination: string): void {
    const env = launchOptions(this.slot).env;
    execFileSync('xdotool', ['key', '--clearmodifiers', combination], { env });
  }

  /** What the next open dialogs answer; no path is a cancelled dialog. */
  async openDialogReturns(...paths: readonly string[]): Promise<void> {
    await this.app.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = () =>
        Promise.resolve({ canceled: filePaths.length === 0, filePaths: [...filePaths] });
    }, paths);
  }
}

/** Hears a command in a window, after the window's own listener did. */
async function listen(page: Page, command: CommandId) {
  const ear = await page.evaluateHandle((awaited) => {
    let stop = (): void => undefined;
    const heard = new Promise<void>((resolve) => {
      const leave = window.nutgraf.on('command.run', (told) => {
        if (told.command === awaited) resolve();
      });
      stop = () => {
        leave();
        resolve();
      };
    });
    return { heard, stop };
  }, command);
  return {
    heard: () => ear.evaluate(({ heard }) => heard),
    stop: () => ear.evaluate(({ stop }) => stop()),
  };
}

/** A window whose interface is drawn. */
async function ready(window: Page): Promise<Page> {
  await window.locator('#root > *').first().waitFor();
  return window;
}

/** `nutgraf` is the launched app on a store of its own, which is removed after the test. */
export const test = base.extend<{ readonly folder: string; readonly nutgraf: NutgrafApp }>({
  folder: async ({}, hand) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'nutgraf-store-'));
    await hand(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  nutgraf: async ({ folder }, hand, { parallelIndex }) => {
    const nutgraf = new NutgrafApp(folder, parallelIndex);
    await nutgraf.launch();
    await hand(nutgraf);
    await nutgraf.end();
  },
});

export { expect } from '@playwright/test';
