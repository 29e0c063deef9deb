import path from 'node:path';
import { build } from 'vite';
import { inProject } from './project';

/**
 * Builds a worker of `src/main`, named from there, as the app does; returns its path. For tests that start it: each of
 * vitest's processes has a folder of its own, since a build empties it while another's test starts what was there.
 */
export async function builtWorker(source: string): Promise<string> {
  const name = path.basename(source, '.ts');
  const outDir = inProject('out', 'test', process.env['VITEST_POOL_ID'] ?? '', name);
  await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '#shared': inProject('src', 'shared') } },
    build: {
      ssr: inProject('src', 'main', source),
      outDir,
      rolldownOptions: { output: { entryFileNames: `${name}.js` } },
    },
  });
  return path.join(outDir, `${name}.js`);
}
