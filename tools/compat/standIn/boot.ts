import inspector from 'node:inspector';
import * as modules from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

type Next = (specifier: string, context: unknown) => unknown;

/**
 * Starts as Electron does, under a Node of the same version and over the module beside this file. It is given
 * Electron's arguments: Playwright's, `-r MODULE`, switches, the app's folder, and the app's own.
 */
const here = import.meta.dirname;
const electron = pathToFileURL(path.join(here, 'electron.ts')).href;
const ours = pathToFileURL(path.dirname(here)).href;

/** What is asked for in place of Electron; and a file of ours by its whole name, without which Node finds none. */
function resolve(specifier: string, context: { readonly parentURL?: string }, next: Next): unknown {
  // Said at once: what is required, as Playwright does, is else looked for as a path.
  if (specifier === 'electron') return { url: electron, format: 'module-typescript', shortCircuit: true };
  const isOurs = context.parentURL?.startsWith(ours) === true && /^\.\.?\//.test(specifier);
  return next(isOurs ? `${specifier}.ts` : specifier, context);
}

// Node has it from 22.15 on, and the types that the app is checked by are of 20.
const registerHooks: unknown = Reflect.get(modules, 'registerHooks');
if (typeof registerHooks !== 'function') throw new TypeError('This Node cannot take a module’s place.');
Reflect.apply(registerHooks, undefined, [{ resolve }]);

const own = process.argv.slice(2);
process.execPath = process.env['NUTGRAF_ELECTRON'] ?? process.execPath;
process.argv = [process.execPath, ...own];
Object.defineProperty(process, 'versions', {
  value: { ...process.versions, electron: '45.0.0', chrome: '156.0.0' },
});

if (own.includes('--inspect=0')) inspector.open(0, '127.0.0.1');

const { begin } = await import('./electron');
const isRequired = (_word: string, index: number): boolean => own[index - 1] === '-r';
const main = begin({
  words: own.filter((word, index) => !isRequired(word, index)),
  isDriven: own.includes('--remote-debugging-port=0'),
});
const load = modules.createRequire(import.meta.url);
for (const module of own.filter(isRequired)) load(module);
await main();
