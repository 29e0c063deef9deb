import tailwind from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createViteLicensePlugin } from 'rollup-license-plugin';
import { isAllowed, noticesFile, noticesOf, packagesBesideScripts } from './packaging/notices';

const source = path.join(import.meta.dirname, 'src');
const alias = { '#shared': path.join(source, 'shared'), '#renderer': path.join(source, 'renderer') };

/** Electron 33, the oldest that the app runs on, has Node 20.18 and Chromium 130. */
const node = 'node20';
const chromium = 'chrome130';

/**
 * Collects the licences of what is bundled. One for all three parts, which are built one after the other: the windows'
 * folder, the last, gets the notices of the whole app. A licence that is not allowed, or has no text, ends the build.
 */
const licences = createViteLicensePlugin({
  outputFilename: false,
  includePackages: () => [...packagesBesideScripts(import.meta.dirname)],
  unacceptableLicenseTest: (license) => !isAllowed(license),
  additionalFiles: {
    [noticesFile]: (packages) =>
      noticesOf(packages, readFileSync(path.join(import.meta.dirname, 'LICENSE'), 'utf8')),
  },
});

/**
 * Main and its workers stand in a few files, since to find and read a thousand would be half of a start. Only the
 * native module stays where it is; what is bundled stays in package.json's dependencies, whose licences go out with it.
 */
const main = {
  resolve: { alias },
  plugins: [licences],
  build: {
    target: node,
    externalizeDeps: false,
    rolldownOptions: {
      external: 'better-sqlite3',
      input: {
        index: path.join(source, 'main/index.ts'),
        cli: path.join(source, 'main/cli.ts'),
        importWorker: path.join(source, 'main/imports/importWorker.ts'),
        exportWorker: path.join(source, 'main/jobs/kinds/export/worker.ts'),
        inspectionWorker: path.join(source, 'main/store/safety/inspectionWorker.ts'),
      },
      output: {
        format: 'es' as const,
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name]-[hash].js',
      },
    },
  },
};

/** A sandboxed preload can load no module: everything it needs stands in its one CommonJS file. */
const preload = {
  resolve: { alias },
  plugins: [licences],
  build: {
    target: node,
    externalizeDeps: false,
    rolldownOptions: {
      input: path.join(source, 'preload/index.ts'),
      output: { format: 'cjs' as const, entryFileNames: '[name].cjs' },
    },
  },
};

/**
 * Vite’s server has what lies outside the interface’s folder under `/@fs/`. It writes that into scripts and styles, and
 * not into a page’s links.
 */
const packagesInDevelopment = {
  name: 'packages-in-development',
  apply: 'serve' as const,
  transformIndexHtml: (page: string) => {
    const packages = path.join(import.meta.dirname, 'node_modules').replaceAll('\\', '/');
    return page.replaceAll('../../node_modules', `/@fs/${packages.replace(/^\//u, '')}`);
  },
};

/** The content security policy allows no inline script and no data: font, so nothing is inlined. */
export const renderer = {
  root: path.join(source, 'renderer'),
  resolve: { alias },
  plugins: [react(), tailwind(), packagesInDevelopment, licences],
  build: {
    target: chromium,
    assetsInlineLimit: 0,
    // electron-vite leaves it off; less than half of the script is left to read and compile at the start.
    minify: true,
    // One script, read from this computer: splitting it would only add round trips.
    chunkSizeWarningLimit: 2000,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: path.join(source, 'renderer/index.html') },
  },
};

/** NUTGRAF_BUILD=main builds what the command line needs, without a window. */
export default defineConfig(process.env['NUTGRAF_BUILD'] === 'main' ? { main } : { main, preload, renderer });
