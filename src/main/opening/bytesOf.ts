import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { IMPORT_LIMIT } from '#shared/contract/requestSize';
import { isWindowsDevice } from '../imports/fileBytes';

/** Windows has no such flag; its pipes and devices are recognised by their paths. */
const { O_RDONLY, O_NONBLOCK = 0 } = constants as Partial<typeof constants> & typeof constants;

/**
 * The SHA-256 of a file's bytes, in hex; null for what an import would refuse, which then says why. Like an import, it
 * opens no pipe and no device.
 */
export async function sha256Of(path: string): Promise<string | null> {
  if (process.platform === 'win32' && isWindowsDevice(path)) return null;
  let file: FileHandle | undefined;
  try {
    if (!(await stat(path)).isFile()) return null;
    file = await open(path, O_RDONLY | O_NONBLOCK);
    const found = await file.stat();
    if (!found.isFile() || found.size > IMPORT_LIMIT) return null;
    return createHash('sha256')
      .update(await file.readFile())
      .digest('hex');
  } catch {
    return null;
  } finally {
    await file?.close();
  }
}
