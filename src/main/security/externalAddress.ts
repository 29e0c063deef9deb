import { DeskError } from '#shared/domain/failure';
import { shell } from 'electron';
import { parseAddress } from './address';

const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/**
 * Opens an address in the person's browser or mail program. Throws DeskError 'bad_address' for any scheme but
 * http, https and mailto: others start programs.
 */
export async function openExternal(address: string): Promise<void> {
  const url = parseAddress(address);
  if (!url || !schemes.has(url.protocol)) {
    throw new DeskError('bad_address', 'Only web and mail addresses can be opened from Nutgraf.');
  }
  await shell.openExternal(url.href);
}
