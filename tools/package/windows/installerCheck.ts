import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { officialModule } from '../../../packaging/builder';
import { outputOf } from '../../child';
import { ensureToolsHere, leaveReport, NotHere, whereItCanRun } from '../../notHere';
import { inProject, Problem, say } from '../../project';
import { officialVersion } from '../../runtime/officialRuntime';
import { runBuilder } from '../appFolder';
import { stubLibrary } from './stubLibrary';

const tools = { what: 'what compiles an installer for Windows', packages: ['nsis', 'p7zip-full'] };

/** Plugins that electron-builder brings along, and Debian's NSIS does not. */
const plugins = /\b(StdUtils|UAC|nsProcess|WinShell|SpiderBanner|nsis7z|inetc)::(\w+)/giu;

/** As NSIS loads them: it looks a plugin up by the name of its file. */
const fileNames: Readonly<Record<string, string>> = { nsis7z: 'Nsis7z', inetc: 'inetc' };

/**
 * Compiles the script of the installer for Windows as a release would, with Debian's makensis, and looks at what comes
 * out. The app in it and the plugins are stand-ins, so it is a check of the script and never an installer.
 *
 * @returns an exit code
 */
export const checkInstaller = (): Promise<number> =>
  whereItCanRun('installer', 'the script of the installer for Windows', async () => {
    if (process.platform !== 'linux') throw new NotHere('this is done on Linux');
    await ensureToolsHere(tools);
    const scratch = await mkdtemp(path.join(tmpdir(), 'nutgraf-installer-'));
    try {
      await compile(scratch);
      await look(scratch);
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
    say('the script of the installer for Windows compiles, and asks for no administrator');
    await leaveReport('installer', { numPassedTests: 1, numFailedTests: 0 });
    return 0;
  });

async function compile(scratch: string): Promise<void> {
  const output = path.join(scratch, 'out');
  await mkdir(output);
  await placeStandIns(scratch);
  const electron = { folder: null, version: officialVersion() };
  // Nothing is signed here.
  const test = { productName: 'Nutgraf', version: '0.0.0-check' };
  const build = { electron, output, nativeModule: officialModule, test, updates: null };
  const wanted = ['--win=nsis', '--x64', `--prepackaged=${path.join(scratch, 'app')}`];
  await runBuilder(build, wanted, environment(scratch));
}

const environment = (scratch: string): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: `${path.join(scratch, 'bin')}${path.delimiter}${process.env['PATH'] ?? ''}`,
  ELECTRON_BUILDER_OFFLINE: 'true',
  ELECTRON_BUILDER_NSIS_DIR: path.join(scratch, 'nsis'),
  ELECTRON_BUILDER_NSIS_RESOURCES_DIR: path.join(scratch, 'resources'),
  ELECTRON_BUILDER_7ZIP_PATH: outputOf('/bin/sh', ['-c', 'command -v 7za'])?.trim(),
});

/** Lays out an app, NSIS as electron-builder looks for it, the plugins, and what runs the installer once. */
async function placeStandIns(scratch: string): Promise<void> {
  const place = async (name: string, content: string | Buffer, mode = 0o644): Promise<void> => {
    const file = path.join(scratch, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
    await chmod(file, mode);
  };
  await place('app/Nutgraf.exe', stubLibrary('Nutgraf.exe', []));
  await place('app/resources/app.asar', '');
  await place('nsis/makensis', '#!/bin/sh\nexec /usr/bin/makensis "$@"\n', 0o755);
  // The installer, run once, writes the uninstaller. Here nothing for Windows can be run, so that a file stands for it.
  const uninstaller = '#!/bin/sh\ncase "$1" in *.exe) printf MZ >"${1%.exe}.__uninstaller.exe" ;; esac\n';
  await place('bin/wine', uninstaller, 0o755);
  for (const [name, functions] of await neededPlugins())
    await place(`resources/plugins/x86-unicode/${name}.dll`, stubLibrary(`${name}.dll`, [...functions]));
}

/** The plugins that electron-builder's scripts call, and which of their functions. */
async function neededPlugins(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const templates = inProject('node_modules/app-builder-lib/templates/nsis');
  const found = new Map<string, Set<string>>();
  for (const entry of await readdir(templates, { recursive: true, withFileTypes: true })) {
    if (!/\.ns[hi]$/u.test(entry.name)) continue;
    const script = await readFile(path.join(entry.parentPath, entry.name), 'utf8');
    for (const [, plugin = '', name = ''] of script.matchAll(plugins)) {
      const file = fileNames[plugin.toLowerCase()] ?? plugin;
      found.set(file, (found.get(file) ?? new Set()).add(name));
    }
  }
  return found;
}

/** @throws Problem when there is no installer, or it would ask for an administrator */
async function look(scratch: string): Promise<void> {
  const out = path.join(scratch, 'out');
  const name = (await readdir(out)).find((file) => /^nutgraf-.*-win-x64\.exe$/u.test(file));
  if (name === undefined) throw new Problem('The script of the installer compiles, and made no installer.');
  // Its manifest says in plain text whose rights Windows starts it with (Application Manifests, trustInfo).
  const installer = await readFile(path.join(out, name), 'latin1');
  const level = /requestedExecutionLevel level="(\w+)"/u.exec(installer)?.[1];
  if (level !== 'asInvoker')
    throw new Problem(`The installer would start with other rights than the user's: ${String(level)}.`);
}
