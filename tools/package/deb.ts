import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { runProgram } from '../child';
import { Problem } from '../project';
import { type Facts, placeFilled } from './tree';

/**
 * Libraries that Electron loads while it runs, so that no tool finds them: without libX11-xcb it ends with SIGTRAP and
 * not a word.
 */
const loadedLater = ['libx11-xcb1', 'libsecret-1-0'];

/** Debian 13 and Ubuntu 24.04 renamed these when their `time_t` grew to 64 bits. */
const renamed =
  /^(libgtk-3-0|libasound2|libatk1\.0-0|libatk-bridge2\.0-0|libatspi2\.0-0|libcups2|libglib2\.0-0)\b/u;

/** How hard the package is pressed: `fast` for tests, `small` for a release. */
export type Pressing = 'fast' | 'small';

const pressings = { fast: ['-Zgzip', '-z6'], small: ['-Zxz', '-z3'] } as const;

/**
 * Makes a Debian package of a staged tree (deb-control(5), Debian Policy 4.7).
 *
 * @param root the tree; `DEBIAN/` is added to it
 * @returns the package's file
 */
export async function makeDeb(root: string, out: string, facts: Facts, pressing: Pressing): Promise<string> {
  const file = path.join(out, `nutgraf_${facts.version}_amd64.deb`);
  await placeChangelog(root, facts);
  await placeFilled(root, 'usr/share/lintian/overrides/nutgraf', 'lintian-overrides', facts);
  await placeManual(root);
  await mkdir(path.join(root, 'DEBIAN'));
  await placeFilled(root, 'DEBIAN/postrm', 'postrm', facts);
  await chmod(path.join(root, 'DEBIAN/postrm'), 0o755);
  await writeFile(path.join(root, 'DEBIAN/control'), await control(root, facts));
  await writeFile(path.join(root, 'DEBIAN/md5sums'), await md5sums(root));
  const env = { ...process.env, SOURCE_DATE_EPOCH: String(Date.parse(facts.date) / 1000) };
  runProgram('dpkg-deb', ['--root-owner-group', ...pressings[pressing], '--build', root, file], { env });
  return file;
}

async function control(root: string, { version, productName, maintainer }: Facts): Promise<string> {
  const kibibytes = Math.ceil((await bytesIn(path.join(root, 'usr'))) / 1024);
  return [
    'Package: nutgraf',
    `Version: ${version}`,
    'Architecture: amd64',
    `Maintainer: ${maintainer}`,
    `Installed-Size: ${kibibytes}`,
    `Depends: ${[...(await linkedPackages(root)), ...loadedLater].join(', ')}`,
    'Recommends: libgl1, libnotify4, xdg-utils',
    'Suggests: gnome-keyring | kwalletmanager',
    'Section: editors',
    'Priority: optional',
    `Description: offline-first newsroom editor${productName === 'Nutgraf' ? '' : ' (test build)'}`,
    ' Draft an article with no network, set its headline, section, hashtags and ad',
    ' slots, export it to Markdown or HTML, and send it to the CMS once you are back',
    ' online. Everything stays on this computer until you send it.',
    '',
  ].join('\n');
}

/** The packages whose libraries the programs are linked with, as dpkg-shlibdeps(1) finds them on this system. */
async function linkedPackages(root: string): Promise<readonly string[]> {
  const app = path.join(root, 'usr/lib/nutgraf');
  // It wants to stand in a source package, which needs one file.
  const cwd = path.join(root, '..', 'shlibdeps');
  await mkdir(path.join(cwd, 'debian'), { recursive: true });
  await writeFile(path.join(cwd, 'debian', 'control'), '');
  const args = ['-O', `-l${app}`, '--ignore-missing-info', path.join(app, 'nutgraf')];
  const found = runProgram('dpkg-shlibdeps', args, { cwd });
  const line = /^shlibs:Depends=(.+)$/mu.exec(found)?.[1];
  if (line === undefined) throw new Problem('dpkg-shlibdeps could not say which libraries the app needs.');
  return line.split(', ').map(withNewName);
}

const withNewName = (dependency: string): string => {
  const old = renamed.exec(dependency)?.[1];
  return old === undefined ? dependency : `${dependency} | ${old}t64`;
};

async function placeChangelog(root: string, { version, date, maintainer }: Facts): Promise<void> {
  const day = new Date(date).toUTCString().replace('GMT', '+0000');
  const text = `nutgraf (${version}) unstable; urgency=medium\n\n  * See the app's own list of changes.\n\n -- ${maintainer}  ${day}\n`;
  const place = path.join(root, 'usr/share/doc/nutgraf/changelog.gz');
  await writeFile(place, gzipSync(text, { level: 9 }));
}

/** Manual pages are read pressed (Debian Policy 12.1). */
async function placeManual(root: string): Promise<void> {
  const place = path.join(root, 'usr/share/man/man1/nutgraf.1');
  await writeFile(`${place}.gz`, gzipSync(await readFile(place), { level: 9 }));
  await rm(place);
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

async function bytesIn(folder: string): Promise<number> {
  let sum = 0;
  for (const file of await filesIn(folder)) sum += (await stat(file)).size;
  return sum;
}

async function md5sums(root: string): Promise<string> {
  let lines = '';
  for (const file of await filesIn(path.join(root, 'usr'))) {
    const sum = createHash('md5')
      .update(await readFile(file))
      .digest('hex');
    lines += `${sum}  ${path.relative(root, file)}\n`;
  }
  return lines;
}
