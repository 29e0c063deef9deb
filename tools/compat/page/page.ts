/** What a page is told from outside. */
interface Setting {
  /** The name of the function that tells main something; no page finds it there. */
  readonly binding: string;
  /** The name of the event by which main tells the page something. */
  readonly event: string;
  readonly argv: readonly string[];
}

type Tell = (message: object) => void;
type Preload = (require: (name: string) => unknown, process: { readonly argv: readonly string[] }) => void;
type Listener = (event: object, ...args: readonly unknown[]) => void;

interface Told {
  readonly kind: string;
  readonly id?: string;
  readonly value?: unknown;
  readonly error?: string;
  readonly channel?: string;
  readonly args?: readonly unknown[];
  readonly keys?: readonly string[];
}

/** The page's side of standIn/wire.ts. */
export function marked(value: unknown): unknown {
  if (value === undefined) return { $: 'u' };
  if (typeof value === 'number' && !Number.isFinite(value)) return { $: 'n', v: String(value) };
  if (value instanceof Uint8Array)
    return { $: 'b', v: btoa(Array.from(value, (byte) => String.fromCharCode(byte)).join('')) };
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.fromEntries(Object.entries(value).map(([key, field]) => [key, marked(field)]));
  return '$' in fields ? { $: 'o', v: fields } : fields;
}

export function unmarked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unmarked);
  if (typeof value !== 'object' || value === null) return value;
  const { $, v }: { readonly $?: unknown; readonly v?: unknown } = value;
  if ($ === 'u') return undefined;
  if ($ === 'n') return Number(v);
  if ($ === 'b') return Uint8Array.from(atob(String(v)), (letter) => letter.charCodeAt(0));
  const own = $ === 'o' && typeof v === 'object' && v !== null ? v : value;
  return Object.fromEntries(Object.entries(own).map(([key, field]) => [key, unmarked(field)]));
}

/** The names by which a menu may call the key that was pressed. */
function namesOf({ key, code }: KeyboardEvent): readonly string[] {
  const named = new Map([
    ['ArrowLeft', 'left'],
    ['ArrowRight', 'right'],
    ['ArrowUp', 'up'],
    ['ArrowDown', 'down'],
    [' ', 'space'],
    ['+', 'plus'],
  ]);
  const byPlace = /^(?:Key|Digit)(.)$/.exec(code)?.[1];
  return [...(byPlace === undefined ? [] : [byPlace]), named.get(key) ?? key].map((name) =>
    name.toLowerCase(),
  );
}

/** Tells main of the keys of its menu that nothing in the page took; returns how to say which those are. */
function hearKeys(tell: Tell): (keys: readonly string[]) => void {
  let accelerators: readonly string[] = [];
  const untaken = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const held = (['ctrl', 'alt', 'shift', 'meta'] as const).filter((one) => event[`${one}Key`]);
    const keys = namesOf(event).map((name) => [...held, name].join('+'));
    const found = keys.find((one) => accelerators.includes(one));
    if (found === undefined) return;
    event.preventDefault();
    tell({ kind: 'key', keys: found });
  };
  // Added while the key is on its way down, it is the last of all to hear of it on the way up.
  const first = (): void => window.addEventListener('keydown', untaken, { once: true });
  window.addEventListener('keydown', first, { capture: true });
  return (keys) => {
    accelerators = keys;
  };
}

/** What the preload has of Electron's `ipcRenderer`. */
function ipcRendererOf(event: string, tell: Tell) {
  const page = crypto.randomUUID();
  const waiting = new Map<string, (told: Told) => void>();
  const listeners = new Map<string, readonly Listener[]>();
  const takeKeys = hearKeys(tell);
  let calls = 0;
  window.addEventListener(event, (told) => {
    if (!(told instanceof CustomEvent)) return;
    const message = unmarked(JSON.parse(String(told.detail))) as Told;
    const { kind, id = '', channel = '', args = [], keys = [] } = message;
    if (kind === 'accelerators') takeKeys(keys);
    if (kind === 'event') for (const listener of listeners.get(channel) ?? []) listener({}, ...args);
    if (kind === 'answer') {
      waiting.get(id)?.(message);
      waiting.delete(id);
    }
  });
  return {
    invoke: (channel: string, ...args: readonly unknown[]): Promise<unknown> => {
      const copied = marked(structuredClone(args));
      calls += 1;
      const id = `${page} ${calls}`;
      return new Promise((resolve, reject) => {
        waiting.set(id, ({ value, error }) =>
          error === undefined ? resolve(value) : reject(new Error(error)),
        );
        tell({ kind: 'invoke', id, channel, args: JSON.stringify(copied) });
      });
    },
    on: (channel: string, listener: Listener): void =>
      void listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
  };
}

function frozen(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

/** Gives the preload what Electron's gives it. In a frame there is none. */
function preparePage({ binding, event, argv }: Setting, preload: Preload): void {
  const post: unknown = Reflect.get(globalThis, binding);
  Reflect.deleteProperty(globalThis, binding);
  if (window.top !== window || location.protocol !== 'https:' || typeof post !== 'function') return;
  const tell: Tell = (message) => void Reflect.apply(post, undefined, [JSON.stringify(message)]);
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, api: unknown) =>
        Object.defineProperty(window, name, { value: frozen(api), enumerable: true }),
    },
    ipcRenderer: ipcRendererOf(event, tell),
    webUtils: { getPathForFile: (): string => '' },
  };
  const open = (address = ''): null => {
    tell({ kind: 'open', address: new URL(address, location.href).href });
    return null;
  };
  Object.defineProperty(window, 'open', { value: open });
  preload((name) => (name === 'electron' ? electron : undefined), { argv });
  tell({ kind: 'prepared' });
}

/** The text of what runs before each page of a window. */
export const pageText = (setting: Setting, preload: string): string => {
  const parts = [marked, unmarked, namesOf, hearKeys, ipcRendererOf, frozen, preparePage].map(String);
  const preloaded = `function (require, process) {\n${preload}\n}`;
  return `(() => {\n${parts.join('\n')}\npreparePage(${JSON.stringify(setting)}, ${preloaded});\n})();`;
};
