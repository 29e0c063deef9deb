import { chmod, cp, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runProgram } from '../child';
import { inProject } from '../project';

/** What a package tells of itself. */
export interface Facts {
  /** As `apt` and `rpm` order it: a test build comes before its release. */
  readonly version: string;
  /** As the app itself tells it. */
  readonly appVersion: string;
  readonly productName: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  /** `Name <address>`: whom the packages name for questions. */
  readonly maintainer: string;
}

/** Where the app stands on an installed system (Filesystem Hierarchy Standard 3.0, 4.6). */
const home = 'usr/lib/nutgraf';

/** Sizes of icons that desktops ask for, px (freedesktop.org, Icon Theme Specification). */
const iconSizes = [16, 24, 32, 48, 64, 128, 256, 512] as const;

const source = (name: string): string => inProject('packaging', 'linux', name);

/**
 * Lays the app and what a desktop needs of it out as they stand on a Linux system, under `root`. The packages of all
 * distributions are made of this.
 */
export async function stageTree(root: string, app: string, facts: Facts): Promise<void> {
  await cp(app, path.join(root, home), { recursive: true });
  await normalModes(path.join(root, home));
  // Chromium's sandbox where users may not make namespaces; it is root's, and sets itself aside where they may.
  await chmod(path.join(root, home, 'chrome-sandbox'), 0o4755);
  // By this the app knows that the system's own updates bring what is newer.
  await writeFile(path.join(root, home, 'resources', 'installed-by-package'), `nutgraf ${facts.version}\n`);
  await mkdir(path.join(root, 'usr/bin'), { recursive: true });
  await symlink('../lib/nutgraf/nutgraf', path.join(root, 'usr/bin/nutgraf'));
  await placeFilled(root, 'usr/share/applications/nutgraf.desktop', 'nutgraf.desktop', facts);
  await placeFilled(
    root,
    'usr/share/metainfo/org.nutgraf.Nutgraf.metainfo.xml',
    'org.nutgraf.Nutgraf.metainfo.xml',
    facts,
  );
  await placeFilled(root, 'usr/share/doc/nutgraf/copyright', 'copyright', facts);
  await placeFilled(root, 'usr/share/man/man1/nutgraf.1', 'nutgraf.1', facts);
  await placeIcons(root);
}

/** The builder takes over the modes of whoever builds. */
async function normalModes(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await chmod(file, 0o755);
    else if (entry.isFile()) await chmod(file, (await isProgram(file)) ? 0o755 : 0o644);
  }
}

/** Programs may be run by anybody; libraries are loaded and need not be. */
async function isProgram(file: string): Promise<boolean> {
  const { mode } = await stat(file);
  return (mode & 0o111) !== 0 && !/\.(?:so(?:\.\d+)?|node|pak|bin|dat|json)$/u.test(file);
}

/** Copies a file of packaging/linux with its `@NAME@` filled in. */
export async function placeFilled(root: string, place: string, name: string, facts: Facts): Promise<void> {
  const text = await readFile(source(name), 'utf8');
  const filled = text.replaceAll(/@(version|productName|date)@/gu, (_, key: keyof Facts) => facts[key]);
  const target = path.join(root, place);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, filled);
}

async function placeIcons(root: string): Promise<void> {
  const icons = path.join(root, 'usr/share/icons/hicolor');
  const drawing = inProject('resources', 'icon.svg');
  for (const size of iconSizes) {
    const folder = path.join(icons, `${size}x${size}`, 'apps');
    await mkdir(folder, { recursive: true });
    runProgram('rsvg-convert', [
      '-w',
      String(size),
      '-h',
      String(size),
      drawing,
      '-o',
      path.join(folder, 'nutgraf.png'),
    ]);
  }
  await mkdir(path.join(icons, 'scalable/apps'), { recursive: true });
  await cp(drawing, path.join(icons, 'scalable/apps/nutgraf.svg'));
}
