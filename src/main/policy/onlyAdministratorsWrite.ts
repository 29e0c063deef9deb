import { execFileSync } from 'node:child_process';
import { realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isProtected } from './windowsSecurity';

/** Whether plain users can change neither the file nor what stands in its place. Throws where it cannot be found out. */
export function onlyAdministratorsWrite(file: string): boolean {
  return process.platform === 'win32' ? isProtected(securityOf(file)) : isOfRoot(realpathSync(file));
}

/** The file and every folder above it are root's, and nobody else may write them. */
function isOfRoot(path: string): boolean {
  const { uid, mode } = statSync(path);
  if (uid !== 0 || (mode & 0o022) !== 0) return false;
  const above = dirname(path);
  return above === path || isOfRoot(above);
}

/**
 * The owner and the access list of a file, in the security descriptor definition language. Node says nothing of them;
 * the system's own program does, and takes about a second, which only a computer with a policy waits for.
 */
function securityOf(file: string): string {
  const system = process.env['SystemRoot'] ?? 'C:\\Windows';
  const powershell = join(system, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe');
  const command = '(Get-Acl -LiteralPath $env:NUTGRAF_POLICY).Sddl';
  return execFileSync(powershell, ['-NoProfile', '-NonInteractive', '-Command', command], {
    // Nothing else of ours: a PSModulePath from a newer PowerShell keeps this one from finding its own commands.
    env: { SystemRoot: system, NUTGRAF_POLICY: file },
    encoding: 'utf8',
    windowsHide: true,
    timeout: 10_000,
  }).trim();
}
