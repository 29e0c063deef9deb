import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Problem } from './project';

/**
 * Switches that Electron needs for who runs it. Chromium refuses to sandbox under root, so there, and only
 * there, the sandbox is off.
 *
 * @throws Problem where the system forbids the sandbox to a plain user: we do not switch it off silently
 */
export function sandboxSwitches(executable: string): readonly string[] {
  if (process.platform !== 'linux') return [];
  if (process.getuid?.() === 0) return ['--no-sandbox'];
  const helper = path.join(path.dirname(executable), 'chrome-sandbox');
  if (!userNamespacesForbidden() || isSetuidRoot(helper)) return [];
  throw new Problem(
    'This system forbids unprivileged user namespaces, which the sandbox of the window needs. Run once:\n' +
      `  sudo chown root '${helper}' && sudo chmod 4755 '${helper}'`,
  );
}

/** Ubuntu 24.04 and others forbid them by AppArmor, Debian by its own setting. */
const userNamespacesForbidden = (): boolean =>
  setting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1' ||
  setting('/proc/sys/kernel/unprivileged_userns_clone') === '0';

const setting = (file: string): string | null =>
  existsSync(file) ? readFileSync(file, 'utf8').trim() : null;

function isSetuidRoot(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  return found !== undefined && found.uid === 0 && (found.mode & 0o4000) !== 0;
}
