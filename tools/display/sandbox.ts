import { statSync } from 'node:fs';
import path from 'node:path';
import { hasProgram, outputOf } from '../child';
import { Problem } from '../project';

/**
 * Switches that Electron needs for the current user. Chromium refuses to sandbox as root, so there, and only
 * there, the sandbox is off.
 *
 * @throws Problem where the system forbids the sandbox to a plain user: we do not switch it off silently
 */
export function sandboxSwitches(executable: string): readonly string[] {
  if (process.platform !== 'linux') return [];
  if (process.getuid?.() === 0) return ['--no-sandbox'];
  const helper = path.join(path.dirname(executable), 'chrome-sandbox');
  if (userNamespacesWork() || isSetuidRoot(helper)) return [];
  throw new Problem(
    'This system forbids unprivileged user namespaces, which the sandbox of the window needs. Allow them (in a ' +
      'container, its host does), or run once:\n' +
      `  sudo chown root '${helper}' && sudo chmod 4755 '${helper}'`,
  );
}

/** AppArmor, a kernel setting, a container or a chroot may forbid them: only trying tells. */
const userNamespacesWork = (): boolean =>
  !hasProgram('unshare') || outputOf('unshare', ['--user', '--map-root-user', '--net', 'true']) !== null;

function isSetuidRoot(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  return found !== undefined && found.uid === 0 && (found.mode & 0o4000) !== 0;
}
