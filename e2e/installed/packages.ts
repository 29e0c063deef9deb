import { readdirSync } from 'node:fs';
import path from 'node:path';
import { installedStage, olderDeb } from '../../tools/installed/stage';

/** The package whose name ends so, as it was made. */
export function packageOf(ending: string): string {
  const { packages } = installedStage();
  const name = readdirSync(packages).find((file) => file.endsWith(ending) && file !== olderDeb);
  if (name === undefined) throw new Error(`no ${ending} was made`);
  return path.join(packages, name);
}
