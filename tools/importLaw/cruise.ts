import path from 'node:path';
import { cruise, type IReporterOutput, type OutputType } from 'dependency-cruiser';
import { type Room, rulesOf } from './rules';

/**
 * Checks every import in a folder laid out like the project, type-only ones included, against the law.
 * Returns dependency-cruiser's answer: text, or an object for `json`; the exit code is the number of breaches.
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
    ['src', 'tools', 'e2e', 'bench', 'packaging'],
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
