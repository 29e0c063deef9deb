import { NutgrafError } from '#shared/domain/failure';
import { say } from '#shared/language/say';
import { type BrowserWindow, dialog, shell } from 'electron';
import { type OutsideAddress, outsideAddress } from './outsideAddress';

/** Opens an address outside the app, once the user has seen it. */
export type OpenOutside = (address: string, window: BrowserWindow | null) => Promise<void>;

/** How many may wait to be shown; a page that asks for more is not acting for a person. */
const MOST_WAITING = 3;

/**
 * Addresses come from sites, imported pages and pasted text, and a link's text may differ from its target: so each is
 * shown in full, one after another, in a dialog that no page can draw or answer. Throws NutgrafError `bad_address` as
 * {@link outsideAddress} does, and `too_many_addresses`.
 */
export function addressOpener(): OpenOutside {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return async (address, window) => {
    const outside = outsideAddress(address);
    if (waiting >= MOST_WAITING) throw tooMany();
    waiting += 1;
    const mine = askAfter(last, outside, window);
    last = mine.catch(() => undefined);
    await mine.finally(() => (waiting -= 1));
  };
}

async function askAfter(
  before: Promise<unknown>,
  outside: OutsideAddress,
  window: BrowserWindow | null,
): Promise<void> {
  await before;
  if (await isWanted(outside, window)) await shell.openExternal(outside.href);
}

async function isWanted(
  { kind, href, target }: OutsideAddress,
  window: BrowserWindow | null,
): Promise<boolean> {
  const options = {
    type: 'question',
    title: 'Nutgraf',
    message:
      kind === 'page'
        ? say('Open {target} in your browser?', { target })
        : say('Write an email in your mail program?'),
    detail:
      kind === 'page'
        ? shown(href)
        : shown(target === '' ? say('To nobody yet') : say('To {target}', { target })),
    buttons: [say('Open'), say('Cancel')],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  } as const;
  const asked = { ...options, buttons: [...options.buttons] };
  const { response } = await (window && !window.isDestroyed()
    ? dialog.showMessageBox(window, asked)
    : dialog.showMessageBox(asked));
  return response === 0;
}

/** The longest address that a dialog can show; the host is in its message in any case. */
const MOST_SHOWN = 600;

const shown = (address: string): string =>
  address.length <= MOST_SHOWN
    ? address
    : `${address.slice(0, MOST_SHOWN / 2)} … ${address.slice(-MOST_SHOWN / 2)}`;

const tooMany = (): NutgrafError =>
  new NutgrafError(
    'too_many_addresses',
    say('Other addresses are waiting to be opened. Answer those first.'),
  );
