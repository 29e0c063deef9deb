import { EventEmitter } from 'node:events';

type Serve = (request: Request) => Response | Promise<Response>;
type Decide = (decision: { readonly cancel?: boolean }) => void;
type BeforeRequest = (details: { readonly url: string }, decide: Decide) => void;

/** What a session decides of the requests of its pages. */
export class Session extends EventEmitter {
  readonly #schemes = new Map<string, Serve>();
  #before: BeforeRequest | null = null;

  readonly protocol = {
    handle: (scheme: string, serve: Serve): void => void this.#schemes.set(`${scheme}:`, serve),
  };
  readonly webRequest = {
    onBeforeRequest: (_filter: unknown, before: BeforeRequest): void => {
      this.#before = before;
    },
  };
  setPermissionRequestHandler(): void {}
  setPermissionCheckHandler(): void {}
  setDevicePermissionHandler(): void {}
  setSpellCheckerEnabled(): void {}

  /** The answer to a request for an address of the app's own; null for one that is refused. */
  async answer(request: Request): Promise<Response | null> {
    const { url } = request;
    const isRefused = await new Promise<boolean>((resolve) => {
      if (this.#before === null) resolve(false);
      else this.#before({ url }, ({ cancel = false }) => resolve(cancel));
    });
    const serve = this.#schemes.get(new URL(url).protocol);
    return isRefused || serve === undefined ? null : serve(request);
  }
}

const sessions = new Map<string, Session>();

export const session = {
  defaultSession: new Session(),
  fromPartition: (name: string): Session => {
    const known = sessions.get(name) ?? new Session();
    sessions.set(name, known);
    return known;
  },
};

export const protocol = { registerSchemesAsPrivileged: (): void => undefined };
