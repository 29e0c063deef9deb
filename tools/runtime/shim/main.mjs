// Starts the app whose folder is the first argument that is no switch, as Electron's own default app does.
// A runtime that was taken out of another product's package has no default app of its own.
import { app as electronApp } from 'electron';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Electron's app with the two setters that its own default app uses and its documentation leaves out. */
const app =
  /** @type {import('electron').App & { setVersion(version: string): void, setAppPath(folder: string): void }} */ (
    electronApp
  );

/** As Electron's own default app reads them: `-r MODULE …` are loaded first, then comes the app's folder. */
const words = process.argv.slice(1);
const isRequired = (/** @type {number} */ index) =>
  words[index - 1] === '-r' || words[index - 1] === '--require';
const required = words.filter((_word, index) => isRequired(index));
const folder = path.resolve(words.find((word, index) => !word.startsWith('-') && !isRequired(index)) ?? '.');
const manifest = /** @type {{ name: string, productName?: string, version: string, main: string }} */ (
  JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
);

process.defaultApp = true;
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
app.setAppPath(folder);
app.setPath('userData', path.join(app.getPath('appData'), app.getName()));

const require = createRequire(import.meta.url);
for (const name of required) require(path.resolve(name));

// Electron holds `ready` back until this module has run: awaiting the app's main keeps that promise to it.
await import(pathToFileURL(path.join(folder, manifest.main)).href);
