import { EventEmitter } from 'node:events';
import type { Chromium, Facts } from './cdp';
import { factsOf, textOf } from './cdp';
import { answerCall } from './ipcMain';
import { originOf, ownAddress, shownAddress, shownScript } from './origin';
import { BINDING, EVENT } from './pageScript';
import { type Session, session } from './session';
import { decode, encode } from './wire';

interface Attached {
  readonly chromium: Chromium;
  readonly sessionId: string;
}

interface Options {
  /** The script that runs before each page; null for none. */
  readonly script: string | null;
  readonly pressed: (keys: string) => void;
}

type OpenHandler = (details: { readonly url: string }) => unknown;

const all: WebContents[] = [];
let made = 0;

/** One page, as main sees it. What is asked of it before Chromium has it waits. */
export class WebContents extends EventEmitter {
  readonly id = (made += 1);
  readonly session: Session = session.defaultSession;
  zoomLevel = 0;
  readonly #options: Options;
  readonly #attached: Promise<Attached>;
  #attach: (attached: Attached) => void = () => undefined;
  #frame: { readonly id: string; origin: string } = { id: '', origin: '' };
  readonly #contexts = new Map<unknown, { readonly frame: string; readonly origin: string }>();
  #url = '';
  #opens: OpenHandler = () => undefined;
  #accelerators: readonly string[] = [];
  #state: 'alive' | 'crashed' | 'destroyed' = 'alive';
  targetId = '';

  constructor(options: Options) {
    super();
    this.#options = options;
    this.#attached = new Promise((resolve) => {
      this.#attach = resolve;
    });
    all.push(this);
  }

  static fromDevToolsTargetId = (targetId: string): WebContents | null =>
    all.find((one) => one.targetId === targetId) ?? null;
  static fromId = (id: number): WebContents | null => all.find((one) => one.id === id) ?? null;

  /** Takes over the page of a window. */
  async attach(chromium: Chromium, targetId: string): Promise<void> {
    this.targetId = targetId;
    const { sessionId } = await chromium.send('Target.attachToTarget', { targetId, flatten: true });
    const attached = { chromium, sessionId: textOf(sessionId) };
    const ask = (method: string, params: Facts = {}) => chromium.send(method, params, attached.sessionId);
    this.#listen(attached);
    const { frameTree } = await ask('Page.getFrameTree');
    this.#frame = { id: textOf(factsOf(factsOf(frameTree)['frame'])['id']), origin: '' };
    await Promise.all([
      ask('Page.enable'),
      ask('Runtime.enable'),
      ask('Runtime.addBinding', { name: BINDING }),
    ]);
    const { script } = this.#options;
    if (script !== null) await ask('Page.addScriptToEvaluateOnNewDocument', { source: script });
    await ask('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
    this.#attach(attached);
  }

  async ask(method: string, params: Facts = {}): Promise<Facts> {
    const { chromium, sessionId } = await this.#attached;
    return chromium.send(method, params, sessionId);
  }

  get mainFrame(): object {
    return { routingId: 1, processId: this.id, origin: this.#frame.origin, url: this.#url };
  }
  getURL = (): string => this.#url;
  isDestroyed = (): boolean => this.#state === 'destroyed';
  isCrashed = (): boolean => this.#state === 'crashed';
  setWindowOpenHandler(opens: OpenHandler): void {
    this.#opens = opens;
  }
  setWebRTCIPHandlingPolicy(): void {}
  startDrag(): void {}
  setZoomLevel(level: number): void {
    this.zoomLevel = level;
  }

  async loadURL(address: string): Promise<void> {
    await this.ask('Page.navigate', { url: shownAddress(address) });
  }
  reload(): void {
    this.#state = 'alive';
    void this.ask('Page.reload');
  }

  send(channel: string, ...args: readonly unknown[]): void {
    this.#tell({ kind: 'event', channel, args });
  }

  async executeJavaScript(expression: string): Promise<unknown> {
    const params = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    const { result, exceptionDetails } = await this.ask('Runtime.evaluate', params);
    if (exceptionDetails === undefined) return factsOf(result)['value'];
    throw new Error(textOf(factsOf(factsOf(exceptionDetails)['exception'])['description']));
  }

  /** Carries out an editing command where the caret is. */
  edit(command: string): void {
    const key = { type: 'rawKeyDown', commands: [command] };
    void this.ask('Input.dispatchKeyEvent', key);
  }

  /** The keys that main is to hear of when no page takes them. */
  setAccelerators(keys: readonly string[]): void {
    this.#accelerators = keys;
    this.#tell({ kind: 'accelerators', keys });
  }

  /** Ends the page without asking it. */
  destroy(): void {
    if (this.#state === 'destroyed') return;
    this.#state = 'destroyed';
    void this.#attached.then(async ({ chromium }) =>
      chromium.send('Target.closeTarget', { targetId: this.targetId }).catch(() => undefined),
    );
    this.emit('destroyed');
  }

  close(): void {
    this.emit('asked-to-close');
  }

  #tell(message: Facts): void {
    if (this.#state !== 'alive') return;
    const detail = JSON.stringify(encode(message));
    const expression = `window.dispatchEvent(new CustomEvent('${EVENT}', { detail: ${detail} }))`;
    void this.ask('Runtime.evaluate', { expression }).catch(() => undefined);
  }

  #listen({ chromium, sessionId }: Attached): void {
    const hear = (method: string, heard: (facts: Facts) => void) => chromium.on(method, heard, sessionId);
    hear('Page.domContentEventFired', () => this.#url !== '' && this.emit('dom-ready'));
    hear('Page.loadEventFired', () => {
      if (this.#url === '') return;
      this.emit('did-finish-load');
      this.emit('shown');
    });
    hear('Inspector.targetCrashed', () => {
      this.#state = 'crashed';
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    });
    hear('Runtime.executionContextsCleared', () => this.#contexts.clear());
    hear('Runtime.executionContextCreated', ({ context }) => {
      const { id, origin, auxData } = factsOf(context);
      const frame = textOf(factsOf(auxData)['frameId']);
      this.#contexts.set(id, { frame, origin: ownAddress(textOf(origin)) });
    });
    hear('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      const from = this.#contexts.get(executionContextId);
      if (name === BINDING && from) this.#hear(decode(textOf(payload)), from);
    });
    hear('Fetch.requestPaused', (paused) => void this.#serve(paused).catch(() => undefined));
  }

  #hear(said: unknown, from: { readonly frame: string; readonly origin: string }): void {
    const { kind, id, channel, args, keys, address } = factsOf(said);
    switch (kind) {
      case 'prepared':
        return this.setAccelerators(this.#accelerators);
      case 'key':
        return this.#options.pressed(textOf(keys));
      case 'open':
        return void this.#opens({ url: ownAddress(textOf(address)) });
      case 'invoke':
        return void this.#answer(textOf(id), textOf(channel), decode(textOf(args)), from);
      default:
    }
  }

  async #answer(
    id: string,
    channel: string,
    args: unknown,
    { frame, origin }: { readonly frame: string; readonly origin: string },
  ): Promise<void> {
    const routingId = frame === this.#frame.id ? 1 : 2;
    const senderFrame = { routingId, processId: this.id, origin };
    try {
      const value = await answerCall({ sender: this, senderFrame }, channel, Array.isArray(args) ? args : []);
      this.#tell({ kind: 'answer', id, value });
    } catch (thrown) {
      this.#tell({ kind: 'answer', id, error: String(thrown) });
    }
  }

  async #serve({ requestId, request, resourceType, frameId }: Facts): Promise<void> {
    const { url, method } = factsOf(request);
    const address = ownAddress(textOf(url));
    const isPage = resourceType === 'Document' && frameId === this.#frame.id;
    if (isPage && !this.#mayShow(address)) {
      await this.ask('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
      return;
    }
    const asked = new Request(address, { method: textOf(method) === 'HEAD' ? 'HEAD' : 'GET' });
    const answer = await this.session.answer(asked);
    if (answer === null) {
      await this.ask('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
      return;
    }
    if (isPage) {
      this.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false, url: address });
      this.#url = address;
      this.#frame = { ...this.#frame, origin: originOf(address) };
    }
    const responseHeaders = [...answer.headers].map(([name, value]) => ({ name, value }));
    const bytes = Buffer.from(await answer.arrayBuffer());
    const isScript = answer.headers.get('content-type')?.startsWith('text/javascript') === true;
    const body = (isScript ? Buffer.from(shownScript(bytes.toString())) : bytes).toString('base64');
    await this.ask('Fetch.fulfillRequest', { requestId, responseCode: answer.status, responseHeaders, body });
  }

  /** The first page is main's own choice; any later one is asked about. */
  #mayShow(url: string): boolean {
    if (this.#url === '') return true;
    let isPrevented = false;
    const preventDefault = (): void => {
      isPrevented = true;
    };
    this.emit('will-frame-navigate', { url, isMainFrame: true, preventDefault });
    return !isPrevented;
  }
}
