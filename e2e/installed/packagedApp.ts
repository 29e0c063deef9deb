import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from '@playwright/test';
import { type CommandId, commands } from '../../src/shared/commands';
import { SKIP_TOUR, launchOptions } from '../../tools/display/launchOptions';
import { childOf } from '../../tools/installed/root';
import { type Ended, runProgram } from '../commandLine';
import { drawn, expect } from '../fixtures';
import { commandOf, descendantsOf } from '../processes';

/** How long a busy machine may take to show a window, ms: what hangs ends with its test. */
const PATIENCE = 180_000;

/** Where the installed program runs, and as whom. */
export interface Home {
  /** What is started, and starts the program that follows as a plain user: for example, in a clean root. */
  readonly starter: readonly string[];
  readonly program: string;
  /** Playwright's `parallelIndex`: each has a display of its own. */
  readonly slot: number;
}

interface Running {
  /** Resolves when it has ended, with its code and signal where this process started it. */
  readonly ended: Promise<readonly unknown[]>;
  /** The app's own first process. */
  readonly pid: number;
  readonly browser: Browser;
  readonly window: Page;
}

/**
 * The app as a package brings it. Its fuses keep Playwright's own way out, so the window is driven through Chromium's
 * protocol, and everything else as a person does it: by the keyboard.
 */
export class PackagedApp {
  #running: Running | undefined;

  constructor(private readonly home: Home) {}

  get window(): Page {
    return this.running.window;
  }

  /** The ids of the app's processes: the first one, and those that draw a page. */
  get pids(): { readonly main: number; readonly pages: readonly number[] } {
    const main = this.running.pid;
    return {
      main,
      pages: descendantsOf(main).filter((pid) => commandOf(pid).includes('--type=renderer ')),
    };
  }

  private get running(): Running {
    if (!this.#running) throw new Error('The app is not running: launch it first.');
    return this.#running;
  }

  async launch(): Promise<void> {
    const [program = '', ...words] = this.home.starter;
    const switches = [SKIP_TOUR, '--ozone-platform=x11', '--remote-debugging-port=0'];
    const starter = spawn(program, [...words, this.home.program, ...switches], {
      env: launchOptions(this.home.slot).env,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const browser = await chromium.connectOverCDP(await devToolsOf(starter), { timeout: PATIENCE });
    const page = await firstPageOf(browser);
    this.#running = { ended: once(starter, 'exit'), pid: appOf(Number(starter.pid)), browser, window: page };
  }

  /**
   * Follows it through a restart that `ask` asks for: the program that comes is nobody's child.
   *
   * @param profile the folder where Chromium writes how it can be reached
   */
  async followRestart(profile: string, ask: () => Promise<void>): Promise<void> {
    const { ended } = this.running;
    const before = reachedAt(profile);
    await ask();
    expect(await ended).toEqual([0, null]);
    const isBack = (): boolean => ![null, before].includes(reachedAt(profile));
    await expect.poll(isBack, { message: 'it has started again', timeout: PATIENCE }).toBe(true);
    const browser = await chromium.connectOverCDP(`ws://127.0.0.1:${reachedAt(profile)}`, {
      timeout: PATIENCE,
    });
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const pid = processInfo.find(({ type }) => type === 'browser')?.id ?? 0;
    this.#running = { ended: gone(pid), pid, browser, window: await firstPageOf(browser) };
  }

  /** Quits it as a person does: what was typed is saved first. */
  async quit(): Promise<void> {
    const { ended } = this.running;
    await this.toFront();
    this.keys('ctrl+q');
    expect(await ended).toEqual([0, null]);
    this.#running = undefined;
  }

  /** Ends it at once and without warning, like a power cut. */
  async kill(): Promise<void> {
    const { ended, pid } = this.running;
    process.kill(pid, 'SIGKILL');
    await ended;
    this.#running = undefined;
  }

  /** Chooses a command by the keys that the menu shows beside it. */
  async menu(command: CommandId): Promise<void> {
    const { accelerator } = commands[command] as { readonly accelerator?: string };
    if (accelerator === undefined) throw new Error(`the menu has no keys for ${command}`);
    await this.toFront();
    this.keys(accelerator.replace('CmdOrCtrl', 'ctrl').toLowerCase());
  }

  /** Gives its window the keyboard: keys pressed sooner go elsewhere. */
  private async toFront(): Promise<void> {
    await expect(() => {
      this.xdotool('search', '--onlyvisible', '--name', 'Nutgraf$', 'windowactivate', '--sync');
    }).toPass();
  }

  /** Presses keys on the real keyboard, named as in xdotool. */
  keys(combination: string): void {
    this.xdotool('key', '--clearmodifiers', combination);
  }

  /** The windows of a title that are shown, by their ids. */
  windowsCalled(title: string): readonly string[] {
    try {
      return this.xdotool('search', '--onlyvisible', '--name', `^${title}$`).trim().split('\n');
    } catch {
      return [];
    }
  }

  xdotool(...words: readonly string[]): string {
    const { env } = launchOptions(this.home.slot);
    return execFileSync('xdotool', words, { env, encoding: 'utf8' });
  }

  /** Runs a command of its command line. */
  command(...words: readonly string[]): Promise<Ended> {
    return this.run(words, () => undefined);
  }

  /** The same, with Ctrl+C as soon as it has printed something. */
  interrupted(...words: readonly string[]): Promise<Ended> {
    return this.run(words, ({ pid }) => process.kill(appOf(Number(pid)), 'SIGINT'));
  }

  private run(words: readonly string[], onOutput: (running: ChildProcess) => void): Promise<Ended> {
    const [program = '', ...first] = this.home.starter;
    return runProgram(program, [...first, this.home.program, ...words], { env: process.env, onOutput });
  }
}

/** Its first window, drawn. */
async function firstPageOf(browser: Browser): Promise<Page> {
  const [context] = browser.contexts();
  if (!context) throw new Error('The app has no window.');
  const page = context.pages()[0] ?? (await context.waitForEvent('page', { timeout: PATIENCE }));
  await drawn(page);
  return page;
}

/** The port and the path that Chromium left in its profile; null where it has not yet. */
function reachedAt(profile: string): string | null {
  const file = path.join(profile, 'DevToolsActivePort');
  const [port, place] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return port && place ? `${port}${place}` : null;
}

/** A process that is nobody's child here tells nobody how it ended. */
async function gone(pid: number): Promise<readonly unknown[]> {
  await expect.poll(() => commandOf(pid), { timeout: PATIENCE }).toBe('');
  return [0, null];
}

/** Chromium prints where it can be reached, at its start. */
async function devToolsOf(starter: ChildProcess): Promise<string> {
  if (!starter.stderr) throw new Error('The app has no standard error.');
  const lines: string[] = [];
  const address = new Promise<string>((resolve) => {
    createInterface({ input: starter.stderr ?? process.stdin }).on('line', (line) => {
      lines.push(line);
      const found = /^DevTools listening on (?<address>ws:\S+)$/u.exec(line)?.groups?.['address'];
      if (found) resolve(found);
    });
  });
  const ended = once(starter, 'exit').then(([code]) => {
    throw new Error(`The app ended with ${String(code)}:\n${lines.join('\n')}`);
  });
  return Promise.race([address, ended]);
}

/** A starter may become the app itself, or start it in another namespace. */
const appOf = (starter: number): number =>
  commandOf(starter).startsWith('nsenter ') ? childOf(starter) : starter;
