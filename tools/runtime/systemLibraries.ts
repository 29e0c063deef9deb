import { outputOf } from '../child';
import type { Need } from './systemPackages';

/** The Debian packages whose libraries Electron links to or opens when it makes a window. */
const electronPackages = [
  'libnss3',
  'libgtk-3-0',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libdrm2',
  'libxshmfence1',
  'libsecret-1-0',
  'libnotify4',
];

/** Names of the shared libraries that ldd's output says are not found. */
export const librariesNotFound = (lddOutput: string): readonly string[] =>
  [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].flatMap(([, name]) => name ?? []);

/** The shared libraries that a Linux executable lacks here; empty on other systems. */
export const missingLibraries = (executable: string): readonly string[] =>
  process.platform === 'linux' ? librariesNotFound(outputOf('ldd', [executable]) ?? '') : [];

/** What is missing for an Electron executable to start here, or null. */
export function libraryNeed(executable: string): Need | null {
  const missing = missingLibraries(executable);
  if (missing.length === 0) return null;
  const list = missing.length > 3 ? [...missing.slice(0, 2), `${missing.length - 2} more`] : missing;
  return { what: `system libraries of Electron (${list.join(', ')})`, packages: electronPackages };
}
