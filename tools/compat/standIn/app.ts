import { EventEmitter } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { factsOf, textOf } from './cdp';

interface ClosableWindow {
  readonly close: () => void;
  readonly destroy: () => void;
}

/** The life of the app: its ready, its one instance, its end. */
class App extends EventEmitter {
  readonly isPackaged = false;
  readonly commandLine = {
    appendSwitch: (): void => undefined,
    removeSwitch: (): void => undefined,
    hasSwitch: (name: string): boolean => process.argv.includes(`--${name}`),
    getSwitchValue: (name: string): string =>
      process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3) ?? '',
  };
  readonly #paths = new Map<string, string>();
  #folder = '';
  #facts: Readonly<Record<string, unknown>> = {};
  #windows: () => readonly ClosableWindow[] = () => [];
  #isQuitting = false;
  #whenReady: (event: object) => void = () => undefined;
  readonly #ready = new Promise<object>((resolve) => {
    this.#whenReady = resolve;
  });

  /** The folder whose package.json describes the app. */
  belongsTo(folder: string): void {
    this.#folder = folder;
    Object.assign(process, { resourcesPath: folder });
    this.#facts = factsOf(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')));
  }
  windowsAre(windows: () => readonly ClosableWindow[]): void {
    this.#windows = windows;
  }
  /** A window did not close, so that the app stays. */
  stay(): void {
    this.#isQuitting = false;
  }
  beReady(): void {
    this.emit('ready', {}, {});
    this.#whenReady({});
  }

  whenReady = async (): Promise<object> => this.#ready;
  getAppPath = (): string => this.#folder;
  getVersion = (): string => textOf(this.#facts['version']);
  getName = (): string => textOf(this.#facts['productName']);
  getLocale = (): string => 'en-US';
  getPreferredSystemLanguages = (): readonly string[] => ['en-US'];
  setAppUserModelId(): void {}
  setJumpList(): void {}
  setPath(name: string, folder: string): void {
    mkdirSync(folder, { recursive: true });
    this.#paths.set(name, folder);
  }
  getPath(name: string): string {
    const known = this.#paths.get(name);
    if (known !== undefined) return known;
    if (name === 'temp') return tmpdir();
    if (name === 'home') return homedir();
    const settings = process.env['XDG_CONFIG_HOME'] ?? path.join(homedir(), '.config');
    return name === 'appData' ? settings : path.join(settings, this.getName());
  }

  /** Whether this is the first on its folder of the user's data; where it is not, the first gets `handed`. */
  requestSingleInstanceLock(handed: object = {}): boolean {
    const folder = path.join(this.getPath('userData'), 'instance');
    const owner = path.join(folder, 'owner');
    mkdirSync(folder, { recursive: true });
    if (existsSync(owner) && isAlive(Number(readFileSync(owner, 'utf8')))) {
      const letter = path.join(folder, `${process.pid}`);
      writeFileSync(letter, JSON.stringify({ argv: process.argv, cwd: process.cwd(), handed }));
      renameSync(letter, `${letter}.letter`);
      return false;
    }
    writeFileSync(owner, String(process.pid));
    const read = (): void => this.#readLetters(folder);
    watch(folder, read).unref();
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    return true;
  }

  #readLetters(folder: string): void {
    for (const name of readdirSync(folder).filter((one) => one.endsWith('.letter'))) {
      const letter = path.join(folder, name);
      const { argv, cwd, handed } = factsOf(JSON.parse(readFileSync(letter, 'utf8')));
      rmSync(letter);
      this.emit('second-instance', {}, argv, cwd, handed);
    }
  }

  quit(): void {
    const { event, isPrevented } = preventable();
    this.#isQuitting = true;
    this.emit('before-quit', event);
    if (isPrevented()) {
      this.#isQuitting = false;
      return;
    }
    const windows = this.#windows();
    if (windows.length === 0) this.#leave();
    for (const window of windows) window.close();
  }
  lastWindowClosed(): void {
    if (this.#isQuitting) this.#leave();
    else if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }
  #leave(): void {
    const { event, isPrevented } = preventable();
    this.emit('will-quit', event);
    if (!isPrevented()) this.exit(0);
  }
  exit(code = 0): void {
    this.emit('quit', {}, code);
    process.exit(code);
  }
}

function preventable(): { readonly event: object; readonly isPrevented: () => boolean } {
  let prevented = false;
  const preventDefault = (): void => {
    prevented = true;
  };
  return { event: { preventDefault }, isPrevented: () => prevented };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

export const app = new App();
