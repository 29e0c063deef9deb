import { DeskError } from '#shared/domain/failure';

const words: Readonly<Record<string, string>> = {
  EACCES: 'Nutgraf may not write into this folder. Choose another one, or change its rights.',
  EPERM: 'Nutgraf may not write into this folder. Choose another one, or change its rights.',
  EROFS: 'This folder is on a read-only disk. Choose another one.',
  ENOSPC: 'The disk is full. Free some space, or choose a folder on another disk.',
  EDQUOT: 'Your share of this disk is used up. Free some space, or choose another folder.',
  ENOTDIR: 'A part of this path is a file, not a folder. Choose another one.',
  EEXIST: 'A part of this path is a file, not a folder. Choose another one.',
  EISDIR: 'A folder has the name that the file was to have. Choose another one.',
  ENAMETOOLONG: 'This path is too long for the disk. Choose a folder with a shorter one.',
};

/** The failure to show for what the file system threw; null when it was not the file system. */
export function folderFailure(thrown: unknown, folder: string): DeskError | null {
  if (!(thrown instanceof Error) || !('code' in thrown) || typeof thrown.code !== 'string') return null;
  const said = words[thrown.code];
  if (said === undefined) return null;
  return new DeskError('export_folder', `${said} The articles themselves are safe in the store.`, folder);
}
