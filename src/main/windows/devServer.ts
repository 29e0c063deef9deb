import { isLoopback } from '../cms/siteAddress';
import { parseAddress } from '../security/address';

/** Passed to the app by `npm run dev`, and by nothing else. */
export const DEV_SWITCH = '--interface-of-dev-server';

interface Start {
  readonly isPackaged: boolean;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * The interface's address in development: Vite's server on this machine. Null for every other start, whatever the
 * environment says, since a page from there may use the whole contract.
 */
export function devServer({ isPackaged, argv, env }: Start): string | null {
  if (isPackaged || !argv.includes(DEV_SWITCH)) return null;
  const url = parseAddress(env['ELECTRON_RENDERER_URL'] ?? '');
  return url?.protocol === 'http:' && isLoopback(url.hostname) ? url.href : null;
}
