import { type ChildProcess, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type CommandId, commands } from '../src/shared/commands';
import type { Command } from '../src/shared/commands/command';
import type { WindowBridge } from '../src/shared/contract';
import { _electron, test as base, type ElectronApplication, expect, type Page } from '@playwright/test';
import type { BrowserWindow } from 'electron';
import {
  type LaunchOptions,
  SKIP_TOUR,
  heldUntilConnected,
  launchOptions,
} from '../tools/display/launchOptions';

declare global {
  interface Window {
    /** What the preload provides. */
    readonly nutgraf: WindowBridge;
  }
}

/** The app's own environment, and the program that starts it there and finds Electron in the environment. */
export interface Starter {
  readonly executablePath?: string;
  readonly env: Readonly<Record<string, string>>;
  /** Arguments right after Playwright's own, for example `-r MODULE`. */
  readonly required?: readonly string[];
}

/** The app as a test drives it: its own store, the real menu, the real keyboard. */
export class NutgrafApp {
  #app: ElectronApplication | undefined;
  #window: Page | undefined;
  /** Outlives what Playwright knows of it. */
  #process: ChildProcess | undefined;

  constructor(
    /** The store's folder. */
    readonly folder: string,
    /** Playwright's parallelIndex: each worker has its own display. */
    private readonly slot: number,
    /** What is started in Electron's place, and starts it with the same arguments. */
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
    await this.#start(launchOptions(this.slot), switches);
  }

  /** Starts it as a person does who may see it for the first time: on a new store, the tour is shown. */
  async firstStart(...switches: readonly string[]): Promise<void> {
    const { args, ...options } = launchOptions(this.slot);
    await this.#start({ ...options, args: args.filter((word) => word !== SKIP_TOUR) }, switches);
  }

  async #start({ args, env, ...options }: LaunchOptions, switches: readonly string[]): Promise<void> {
    const { executablePath = options.executablePath, required = [] } = this.starter ?? {};
    this.#app = await _electron.launch({
      ...options,
      executablePath,
      env: { ...env, ...this.starter?.env },
      args: [...heldUntilConnected(), ...required, ...args, `--store=${this.folder}`, ...switches],
    });
    this.#process = this.#app.process();
    this.#window = await this.#ready(await this.#app.firstWindow());
  }

  /** Quits the app as a user does: what was typed is saved first. */
  async quit(): Promise<void> {
    await this.app.close();
    this.#app = undefined;
  }

  /** Waits until it has ended without being told to by the test, and returns its exit code; null after a signal. */
  async endedByItself(): Promise<number | null> {
    const running = this.#process;
    if (!running) throw new Error('The app was never started: launch it first.');
    if (running.exitCode === null && running.signalCode === null) await once(running, 'exit');
    this.#app = undefined;
    return running.exitCode;
  }

  /** Ends it at once and without warning, like a power cut. */
  async kill(): Promise<void> {
    const app = this.app;
    const closed = app.waitForEvent('close');
    app.process().kill('SIGKILL');
    await closed;
    this.#app = undefined;
  }

  /** Quits it if it is still running, and starts it on the same store. */
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

  /** Waits until the menu offers a command: it follows what is open a moment later. */
  async offers(command: CommandId): Promise<void> {
    await expect.poll(() => this.isEnabled(command), `the menu offers ${command}`).toBe(true);
  }

  /**
   * Clicks a command in the application menu, once the menu offers it, and waits until those whom it concerns have
   * received it: keys arrive by a shorter way, and what a test types next is meant for what the command brought up.
   */
  async menu(command: CommandId): Promise<void> {
    await this.offers(command);
    const { runs, setting, chooses }: Command = commands[command];
    const changesSettings = setting !== undefined || chooses !== undefined;
    const pages = runs === 'window' || changesSettings ? this.app.windows() : [];
    const event = changesSettings ? 'settings.changed' : 'command.run';
    const listening = await Promise.all(
      pages.map((page) => hearOf(page, event, changesSettings ? null : command)),
    );
    await this.app.evaluate(({ Menu }, id) => {
      Menu.getApplicationMenu()?.getMenuItemById(id)?.click();
    }, command);
    const heard = listening.map((ear) => ear.heard());
    if (changesSettings) await Promise.all(heard);
    else if (heard.length > 0) await Promise.race(heard);
    await Promise.all(listening.map(({ stop }) => stop()));
  }

  /** Opens a second window from the menu. */
  async newWindow(): Promise<Page> {
    const opened = this.app.waitForEvent('window');
    await this.menu('window.new');
    return this.#ready(await opened);
  }

  /**
   * Presses keys on the real keyboard, named as in xdotool (`ctrl+n`): only these reach menu accelerators. They go to
   * the window that has the focus; where they are a command's, once the menu offers it.
   */
  async keys(combination: string, command?: CommandId): Promise<void> {
    if (command) await this.offers(command);
    const isInFront = () =>
      this.app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow() !== null);
    await expect.poll(isInFront, 'a window has the focus').toBe(true);
    const env = launchOptions(this.slot).env;
    execFileSync('xdotool', ['key', '--clearmodifiers', combination], { env });
  }

  /** The answers of the next open dialogs; no path means cancelled. */
  async openDialogReturns(...paths: readonly string[]): Promise<void> {
    await this.app.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = () =>
        Promise.resolve({ canceled: filePaths.length === 0, filePaths: [...filePaths] });
    }, paths);
  }

  /**
   * A window that is drawn. Where each worker has a screen of its own, it also has the focus: one that gets it later
   * would take it from what a test does next.
   */
  async #ready(page: Page): Promise<Page> {
    await drawn(page);
    if (process.platform === 'linux') {
      const handle = await this.app.browserWindow(page);
      const hasFocus = () => handle.evaluate((window: BrowserWindow) => window.isFocused());
      await expect.poll(hasFocus, 'the window has the focus').toBe(true);
    }
    return page;
  }
}

/** Waits until a window is drawn as a whole, with all of the app behind it: its list comes a moment sooner. */
export async function drawn(page: Page): Promise<void> {
  await page.locator('[data-pane="status"] button').first().waitFor();
  await page.evaluate(() => window.nutgraf.app.notices());
}

/** Hears an event of main in a window (of `command.run`, one command), after the window's own listener did. */
export async function hearOf(
  page: Page,
  event: 'command.run' | 'settings.changed',
  command: CommandId | null = null,
) {
  const ear = await page.evaluateHandle(
    ([name, awaited]) => {
      let stop = (): void => undefined;
      const heard = new Promise<void>((resolve) => {
        const leave = window.nutgraf.on(name, (told) => {
          if (awaited === null || ('command' in told && told.command === awaited)) resolve();
        });
        stop = () => {
          leave();
          resolve();
        };
      });
      return { heard, stop };
    },
    [event, command] as const,
  );
  return {
    heard: () => ear.evaluate(({ heard }) => heard),
    stop: () => ear.evaluate(({ stop }) => stop()),
  };
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
