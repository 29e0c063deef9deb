import { NutgrafError } from '#shared/domain/failure';

const words: Readonly<Record<string, string>> = {
  EACCES: 'Nutgraf may not write into this folder. Choose another one, or change its rights.',
  EPERM: 'Nutgraf may not write into this folder. Choose another one, or change its rights.',
  EROFS: 'This folder is on a read-only disk. Choose another one.',
  ENOSPC: 'The disk is full. Free some space, or choose a folder on another disk.',
  EDQUOT: 'Your share of this disk is used up. Free some space, or choose another folder.',
  ENOTDIR: 'A part of this path is a file, not a folder. Choose another one.',
  EEXIST: 'A part of this path is a file, not a folder. Choose another one.',
  EISDIR: 'A folder has the name that the file was to have. Choose another one.',
  EIO: 'A disk reported an error. Choose a folder on another disk, and have this one checked.',
  ENAMETOOLONG: 'This path is too long for the disk. Choose a folder with a shorter one.',
};

/** No file after the one that met it would fare better: the export ends there, and goes on when asked again. */
export const EXPORT_DISK_FULL = 'export_disk_full';
const full: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);

/** The failure to show for what the file system threw; null when it was not the file system. */
export function folderFailure(thrown: unknown, folder: string): NutgrafError | null {
  if (!(thrown instanceof Error) || !('code' in thrown) || typeof thrown.code !== 'string') return null;
  const said = words[thrown.code];
  if (said === undefined) return null;
  const code = full.has(thrown.code) ? EXPORT_DISK_FULL : 'export_folder';
  return new NutgrafError(code, `${said} The articles themselves are safe in the store.`, folder);
}
