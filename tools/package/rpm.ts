import { copyFile, mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { runProgram } from '../child';
import { Problem } from '../project';
import { type Facts, placeFilled } from './tree';

/**
 * Makes an RPM of a staged tree.
 *
 * @param scratch a folder that rpmbuild may fill
 * @returns the package's file
 */
export async function makeRpm(root: string, scratch: string, out: string, facts: Facts): Promise<string> {
  const top = path.join(scratch, 'rpm');
  await mkdir(top);
  await placeFilled(top, 'nutgraf.spec', 'nutgraf.spec', facts);
  const env = { ...process.env, SOURCE_DATE_EPOCH: String(Date.parse(facts.date) / 1000) };
  const defined = {
    _topdir: top,
    tree: root,
    use_source_date_epoch_as_buildtime: '1',
    _buildhost: 'localhost',
  };
  const definitions = Object.entries(defined).map(([name, value]) => `--define=${name} ${value}`);
  runProgram('rpmbuild', ['-bb', ...definitions, '--target=x86_64', path.join(top, 'nutgraf.spec')], { env });
  const made = path.join(top, 'RPMS', 'x86_64');
  const [name] = await readdir(made);
  if (name === undefined) throw new Problem('rpmbuild made no package, and did not say why.');
  await copyFile(path.join(made, name), path.join(out, name));
  return path.join(out, name);
}
