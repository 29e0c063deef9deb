import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LaunchOptions } from '../tools/display/launchOptions';

const NOBODY = 65534;

export interface PlainUser {
  readonly launch: LaunchOptions;
  readonly end: () => void;
}

/**
 * Launch options under which the app runs as a plain user, so that Chromium's sandbox is on. A plain user's own
 * stay as they are. Root's run as nobody, from a linked copy of the runtime (the sandboxed processes can't read root's
 * folders; the main process may, by one capability), in the store's folder, which becomes nobody's.
 */
export function asPlainUser(launch: LaunchOptions, folder: string): PlainUser {
  if (process.getuid?.() !== 0) return { launch, end: () => undefined };
  const copy = mkdtempSync(path.join(tmpdir(), 'nutgraf-runtime-'));
  chmodSync(copy, 0o755);
  linkTree(path.dirname(launch.executablePath), path.join(copy, 'electron'));
  const electron = path.join(copy, 'electron', path.basename(launch.executablePath));
  const starter = path.join(copy, 'start');
  const capability = (set: string): string => `--${set}-caps=-all,+dac_read_search`;
  const identity = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
  const command = ['setpriv', ...identity, capability('inh'), capability('ambient'), `'${electron}'`];
  writeFileSync(starter, `#!/bin/sh\nexec ${command.join(' ')} "$@"\n`, { mode: 0o755 });
  chownSync(folder, NOBODY, NOBODY);
  const env = { ...launch.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder };
  const args = launch.args.filter((argument) => argument !== '--no-sandbox');
  const end = (): void => rmSync(copy, { recursive: true, force: true });
  return { launch: { executablePath: starter, args, env, chromiumSandbox: true }, end };
}

/** Hard links where the file system allows them, since the runtime is large. */
function linkTree(from: string, to: string): void {
  try {
    execFileSync('cp', ['-rl', from, to], { stdio: 'ignore' });
  } catch {
    execFileSync('cp', ['-r', from, to]);
  }
}
