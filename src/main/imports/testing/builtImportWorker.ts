import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../../../..');

/** The worker as the app has it: its path. */
export async function builtImportWorker(): Promise<string> {
  const outDir = join(root, 'out/test-import');
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '#shared': join(root, 'src/shared') } },
    build: {
      ssr: join(import.meta.dirname, '../importWorker.ts'),
      outDir,
      rolldownOptions: { output: { entryFileNames: 'importWorker.js' } },
    },
  });
  return join(outDir, 'importWorker.js');
}
