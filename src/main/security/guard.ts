import { BrowserWindow, type Session, type WebContents, app } from 'electron';
import { parseAddress } from './address';
import { SCHEME } from './appFiles';

interface Rules {
  /** The one address that a window may show, whatever follows a `?` or `#` in it. */
  readonly page: string;
  /** What happens to an address that a page wants to open in a new window. */
  readonly openOutside: (address: string, window: BrowserWindow | null) => void;
}

/** Denies every page what the editor does not need; must run before the first window is made. */
export function guardContents({ page, openOutside }: Rules): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-frame-navigate', (details) => {
      if (!details.isMainFrame || pageOf(details.url) !== page) details.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(({ url }) => {
      openOutside(url, BrowserWindow.fromWebContents(contents));
      return { action: 'deny' };
    });
    denyDirectConnections(contents);
  });
}

const pageOf = (address: string): string => address.replace(/[?#].*$/s, '');
const isOwn = (address: string, origin: string): boolean => address.startsWith(`${origin}/`);

/** A peer connection is not covered by the content policy and could send text out. */
function denyDirectConnections(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

const localSchemes: ReadonlySet<string> = new Set([`${SCHEME}:`, 'blob:', 'data:', 'devtools:']);

/** Denies permissions, downloads and every request that leaves the machine. */
export function guardSession(session: Session, origin: string): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, decide) => {
    const own = isOwn(url, origin) || isOwn(url, origin.replace(/^http/, 'ws'));
    decide({ cancel: !own && !localSchemes.has(parseAddress(url)?.protocol ?? '') });
  });
}
