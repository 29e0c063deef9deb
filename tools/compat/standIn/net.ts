import { EventEmitter } from 'node:events';
import http from 'node:http';
import https from 'node:https';

interface Asked {
  readonly url: string;
  readonly method?: string;
}

const codes: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'ERR_CONNECTION_REFUSED',
  ECONNRESET: 'ERR_CONNECTION_RESET',
  ENOTFOUND: 'ERR_NAME_NOT_RESOLVED',
  ETIMEDOUT: 'ERR_CONNECTION_TIMED_OUT',
};

/** A request as Electron makes it, over Node's network. */
class ClientRequest extends EventEmitter {
  readonly #request: http.ClientRequest;

  constructor({ url, method = 'GET' }: Asked) {
    super();
    const { request } = url.startsWith('https:') ? https : http;
    this.#request = request(url, { method, agent: false });
    this.#request.on('error', (error: NodeJS.ErrnoException) => {
      this.emit('error', new Error(`net::${codes[error.code ?? ''] ?? 'ERR_FAILED'}`));
    });
    this.#request.on('response', (message) => {
      const { statusCode = 0, headers } = message;
      const to = headers.location;
      if (statusCode >= 301 && statusCode <= 308 && to !== undefined)
        this.emit('redirect', statusCode, method, new URL(to, url).href);
      else this.emit('response', message);
    });
  }

  setHeader = (name: string, value: string): void => void this.#request.setHeader(name, value);
  end = (body?: Buffer): void => void this.#request.end(body);
  abort(): void {
    this.removeAllListeners('error').on('error', () => undefined);
    this.#request.destroy();
  }
}

export const net = {
  request: (asked: Asked): ClientRequest => new ClientRequest(asked),
  isOnline: (): boolean => true,
};
