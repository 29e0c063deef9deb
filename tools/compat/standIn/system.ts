import { EventEmitter } from 'node:events';

/** What the system is asked for; here nobody answers, and a test answers in its place. */
export const dialog = {
  showMessageBox: async (): Promise<unknown> => new Promise(() => undefined),
  showOpenDialog: async (): Promise<unknown> => new Promise(() => undefined),
  showSaveDialog: async (): Promise<unknown> => new Promise(() => undefined),
  showErrorBox: (title: string, content: string): void => void process.stderr.write(`${title}: ${content}\n`),
};

export const shell = {
  openExternal: async (): Promise<void> => undefined,
  openPath: async (): Promise<string> => '',
  showItemInFolder: (): void => undefined,
};

export const powerMonitor = new EventEmitter();

class Screen extends EventEmitter {
  getAllDisplays(): readonly object[] {
    const bounds = { x: 0, y: 0, width: 1600, height: 1000 };
    return [{ id: 1, bounds, workArea: bounds, scaleFactor: 1 }];
  }
}
export const screen = new Screen();

class Theme extends EventEmitter {
  #source = 'system';
  get themeSource(): string {
    return this.#source;
  }
  set themeSource(source: string) {
    this.#source = source;
    this.emit('updated');
  }
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark';
  }
}
export const nativeTheme = new Theme();

export class Notification extends EventEmitter {
  readonly title: string;
  readonly body: string;

  constructor({ title, body }: { readonly title: string; readonly body: string }) {
    super();
    this.title = title;
    this.body = body;
  }
  static isSupported = (): boolean => false;
  show(): void {}
  close(): void {}
}

const image = { resize: (): object => image };
export const nativeImage = { createFromPath: (): object => image };

/** As Chromium on Linux without a keyring: with the password of its sources, which it marks `v10`. */
export const safeStorage = {
  isAsyncEncryptionAvailable: async (): Promise<boolean> => true,
  encryptStringAsync: async (text: string): Promise<Buffer> => Buffer.from(`v10${btoa(text)}`),
  decryptStringAsync: async (bytes: Buffer): Promise<object> => ({
    result: atob(bytes.toString().slice(3)),
    shouldReEncrypt: false,
  }),
};
