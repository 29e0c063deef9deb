import '#shared/jitless';
import { join } from 'node:path';
import { runCommandLine } from './cli/runCommandLine';

/** The command line of the sources, which runs without Electron, on a server too; a package's is in index.ts. */
process.exitCode = await runCommandLine(process.argv.slice(2), {
  exportWorker: join(import.meta.dirname, 'exportWorker.js'),
  importWorker: join(import.meta.dirname, 'importWorker.js'),
});
