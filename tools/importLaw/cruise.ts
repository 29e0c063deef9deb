import path from 'node:path';
import { cruise, type IReporterOutput, type OutputType } from 'dependency-cruiser';
import { type Room, rulesOf } from './rules';

/**
 * Looks at every import of the code in a folder that is laid out as the project is, types included, by the law.
 * What it answers is dependency-cruiser's: a text, or for `json` the result as one; the exit code counts breaches.
 */
export async function cruiseImports(
  folder: string,
  rooms: readonly Room[],
  outputType: OutputType,
): Promise<IReporterOutput> {
  const alias = ['shared', 'renderer'].map((room) => ({
    name: `#${room}`,
    alias: path.join(folder, 'src', room),
  }));
  return cruise(
    ['src', 'tools', 'e2e', 'bench'],
    {
      baseDir: folder,
      outputType,
      validate: true,
      ruleSet: { forbidden: rulesOf(rooms) },
      tsPreCompilationDeps: true,
      doNotFollow: 'node_modules',
      exclude: '\\.(css|json|html)$',
    },
    { alias },
  );
}
