import '#shared/jitless';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommandLine } from './cli/runCommandLine';

/** What package.json says, beside `out`. */
function versionOfSources(): string {
  const text = readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}

/** The command line of the sources, which runs without Electron, on a server too; a package's is in index.ts. */
process.exitCode = await runCommandLine(process.argv.slice(2), {
  exportWorker: join(import.meta.dirname, 'exportWorker.js'),
  importWorker: join(import.meta.dirname, 'importWorker.js'),
  version: versionOfSources(),
  // Sources are on no trial.
  onMigrated: () => undefined,
});
