import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { inProject } from '../../tools/project';

/** Builds a page of bench/ for release and puts the bare window around it. The folder is then an Electron app. */
export async function buildBareApp(page: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await build({
    configFile: false,
    root: inProject('bench', page),
    base: './',
    logLevel: 'error',
    plugins: [react()],
    resolve: { alias: { '#shared': inProject('src', 'shared') } },
    build: { outDir: path.join(folder, 'page'), target: 'chrome130', modulePreload: { polyfill: false } },
  });
  await copyFile(inProject('bench', 'bareWindow', 'main.mjs'), path.join(folder, 'main.mjs'));
  const manifest = {
    name: `bench-${page.toLowerCase()}`,
    version: '1.0.0',
    type: 'module',
    main: 'main.mjs',
  };
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
}
