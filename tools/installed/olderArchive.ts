import { createPackageWithOptions, extractAll } from '@electron/asar';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Makes an unpacked Nutgraf one of another version, which looks for updates somewhere else: only the package.json in
 * the app's archive changes.
 *
 * @param unpacked the folder with the launcher
 */
export async function becomeOlder(
  unpacked: string,
  version: string,
  updates: { readonly address: string; readonly key: string },
): Promise<void> {
  const current = path.join(unpacked, 'current');
  const app = path.join(unpacked, (await readFile(current, 'utf8')).trim());
  const archive = path.join(app, 'resources', 'app.asar');
  const inside = path.join(unpacked, 'inside');
  extractAll(archive, inside);
  const file = path.join(inside, 'package.json');
  const told = JSON.parse(await readFile(file, 'utf8')) as object;
  await writeFile(file, JSON.stringify({ ...told, version, updates }));
  await rm(`${archive}.unpacked`, { recursive: true });
  await createPackageWithOptions(inside, archive, { unpack: '**/*.node' });
  await rm(inside, { recursive: true });
  await rename(app, path.join(unpacked, `app-${version}`));
  await writeFile(current, `app-${version}\n`);
}
