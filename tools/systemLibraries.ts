import { outputOf } from './child';
import { Problem } from './project';
import { ensurePackages } from './systemPackages';

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

/**
 * Sees to it that Electron can start.
 *
 * @throws Problem that names what is missing and how to get it
 */
export async function ensureLibraries(executable: string): Promise<void> {
  const missing = missingLibraries(executable);
  if (missing.length === 0) return;
  const list =
    missing.length > 3
      ? `${missing.slice(0, 3).join(', ')} and ${missing.length - 3} more`
      : missing.join(', ');
  await ensurePackages(`Electron needs system libraries that are not installed (${list})`, electronPackages);
  const still = missingLibraries(executable);
  if (still.length > 0) throw new Problem(`Electron still lacks ${still.join(', ')} on this system.`);
}
