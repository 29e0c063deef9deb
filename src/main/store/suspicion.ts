import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Says that damage was found while the store was in use, so that the next start looks at every page. */
const suspicionFile = (folder: string): string => join(folder, 'check-at-start');

export const isSuspect = (folder: string): boolean => existsSync(suspicionFile(folder));

/** Makes the next start look at every page. */
export function suspect(folder: string): void {
  writeFileSync(suspicionFile(folder), '');
}

export function clearSuspicion(folder: string): void {
  rmSync(suspicionFile(folder), { force: true });
}
