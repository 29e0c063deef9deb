import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Chromium, factsOf, textOf } from './cdp';

/** Without what Chromium would do unasked, and drawn by the processor, as fits a display without a graphics card. */
const switches = [
  '--remote-debugging-port=0',
  '--no-first-run',
  '--no-default-browser-check',
  '--password-store=basic',
  '--disable-background-networking',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-sync',
  '--disable-features=Translate,MediaRouter,HttpsUpgrades,PaintHolding',
  '--disable-gpu',
  '--force-color-profile=srgb',
  '--ozone-platform=x11',
];

export interface PageTarget {
  readonly targetId: string;
  /** The window's number on the X display. */
  readonly xWindow: string;
}

/** What a window shows until it is given a page, and is found by. */
interface EmptyPage {
  readonly name: string;
  readonly address: string;
  readonly targetId: Promise<string>;
}

/** The machine's Chromium, running for us alone and no longer than we do. */
export class Browser {
  /** Beside the program, and gone with it: Chromium writes for a moment longer than we live. */
  readonly #profile = mkdtempSync(path.join(path.dirname(process.execPath), 'chromium-'));
  readonly #awaited = new Map<string, (targetId: string) => void>();
  readonly #process: ChildProcess;
  readonly chromium: Promise<Chromium>;
  #opened = 0;
  /** It starts with a window, which is the first that is asked for. */
  #first: EmptyPage | null;

  constructor() {
    const first = this.#emptyPage();
    this.#first = first;
    const program = ['--pdeathsig', 'KILL', 'chromium', ...switches, ...this.#showing(first)];
    this.#process = spawn('setpriv', program, { stdio: ['ignore', 'ignore', 'pipe'] });
    this.chromium = this.#connect();
    process.once('exit', () => this.#process.kill('SIGKILL'));
  }

  /** Opens a window with nothing but a page. */
  async openWindow(): Promise<PageTarget> {
    await this.chromium;
    const empty = this.#first ?? this.#emptyPage();
    if (this.#first === null) spawn('chromium', [...this.#showing(empty)], { stdio: 'ignore' });
    this.#first = null;
    return { targetId: await empty.targetId, xWindow: await xWindowOf(`^${empty.name}$`) };
  }

  #emptyPage(): EmptyPage {
    this.#opened += 1;
    const name = `nutgraf-${process.pid}-${this.#opened}`;
    const address = `data:text/html,<title>${name}</title>`;
    const targetId = new Promise<string>((resolve) => this.#awaited.set(address, resolve));
    return { name, address, targetId };
  }

  #showing({ address }: EmptyPage): readonly string[] {
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return [`--user-data-dir=${this.#profile}`, ...sandbox, `--app=${address}`];
  }

  async #connect(): Promise<Chromium> {
    const { stderr } = this.#process;
    if (stderr === null) throw new TypeError('Chromium has no stderr');
    const lines = createInterface({ input: stderr });
    const line = await new Promise<string>((resolve, reject) => {
      this.#process.once('exit', () => reject(new Error('Chromium did not start')));
      lines.on('line', (text) => {
        if (text.startsWith('DevTools listening on ')) resolve(text);
      });
    });
    const chromium = await Chromium.connect(line.replace('DevTools listening on ', ''));
    chromium.on('Target.targetInfoChanged', this.#meet);
    chromium.on('Target.targetCreated', this.#meet);
    await chromium.send('Target.setDiscoverTargets', { discover: true });
    // Playwright waits for it.
    process.stderr.write(`${line}\n`);
    return chromium;
  }

  readonly #meet = ({ targetInfo }: Readonly<Record<string, unknown>>): void => {
    const { targetId, type, url } = factsOf(targetInfo);
    if (type !== 'page') return;
    const met = decodeURI(textOf(url));
    this.#awaited.get(met)?.(textOf(targetId));
    this.#awaited.delete(met);
  };
}

/** Waits until a window of that name is shown. */
async function xWindowOf(name: string): Promise<string> {
  const found = spawn('xdotool', ['search', '--sync', '--onlyvisible', '--name', name]);
  let output = '';
  found.stdout.on('data', (data) => (output += String(data)));
  await new Promise((resolve) => found.once('close', resolve));
  return output.trim().split('\n').at(-1) ?? '';
}
