/** What Chromium's protocol carries. */
export type Facts = Readonly<Record<string, unknown>>;

export const factsOf = (value: unknown): Facts =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

type Heard = (facts: Facts) => void;

interface Pending {
  readonly resolve: (facts: Facts) => void;
  readonly reject: (error: Error) => void;
}

/** A connection to Chromium, over which each page has a session of its own. */
export class Chromium {
  readonly #socket: WebSocket;
  readonly #pending = new Map<number, Pending>();
  readonly #heard = new Map<string, Heard[]>();
  #last = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#receive(String(data)));
    socket.addEventListener('close', () => {
      for (const { reject } of this.#pending.values()) reject(new Error('Chromium has ended'));
      this.#pending.clear();
    });
  }

  static async connect(address: string): Promise<Chromium> {
    const socket = new WebSocket(address);
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve, { once: true });
      socket.addEventListener('error', reject, { once: true });
    });
    return new Chromium(socket);
  }

  send(method: string, params: Facts = {}, sessionId?: string): Promise<Facts> {
    this.#last += 1;
    const id = this.#last;
    const answered = new Promise<Facts>((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
    });
    this.#socket.send(JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) }));
    return answered;
  }

  on(method: string, hear: Heard, sessionId = ''): void {
    const key = `${sessionId} ${method}`;
    this.#heard.set(key, [...(this.#heard.get(key) ?? []), hear]);
  }

  #receive(data: string): void {
    const message = factsOf(JSON.parse(data));
    const { id, method, sessionId = '', error } = message;
    if (typeof id !== 'number') {
      for (const hear of this.#heard.get(`${textOf(sessionId)} ${textOf(method)}`) ?? [])
        hear(factsOf(message['params']));
      return;
    }
    const waiting = this.#pending.get(id);
    this.#pending.delete(id);
    if (error === undefined) waiting?.resolve(factsOf(message['result']));
    else waiting?.reject(new Error(textOf(factsOf(error)['message'])));
  }
}
