import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The file with the notices, in the folder of the windows as built, and beside the app's archive in a package. */
export const noticesFile = 'THIRD-PARTY-NOTICES.txt';

/** A package that is in the app, as the bundler's plugin tells of it. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression. */
  readonly license: string;
  /** Its file LICENSE, or null where it came without. */
  readonly licenseText: string | null;
}

/** Licences with which a package may go out in the app: they ask for their text to go with it, and for no more. */
const allowed: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Unlicense',
]);

/** Whether a package may go out with this licence: of licences joined by OR one is enough, of AND all are needed. */
export function isAllowed(license: string): boolean {
  const choices = license.replaceAll(/[()]/gu, '').split(' OR ');
  return choices.some((choice) => choice.split(' AND ').every((one) => allowed.has(one)));
}

/** Packages that came without the file, and one of the same author under the same licence that has it. */
const textIsIn: Readonly<Record<string, string>> = { 'react-remove-scroll-bar': 'react-remove-scroll' };

/** The packages with the texts of those that came without. */
function withTexts(packages: readonly BundledPackage[]): readonly BundledPackage[] {
  const textOf = (name: string | undefined): string | null =>
    packages.find((other) => other.name === name)?.licenseText?.trim() || null;
  return packages.map((one) => ({ ...one, licenseText: textOf(one.name) ?? textOf(textIsIn[one.name]) }));
}

const rule = '-'.repeat(80);

/**
 * The notices of everything that is in the app.
 *
 * @param own the licence of the app itself
 * @throws Error that names the packages which came without the text of their licence
 */
export function noticesOf(packages: readonly BundledPackage[], own: string): string {
  const complete = withTexts(packages);
  const without = complete.filter(({ licenseText }) => licenseText === null);
  if (without.length > 0)
    throw new Error(`These packages have no text of their licence: ${without.map(titleOf).join(', ')}.`);
  // The same version may lie in two folders.
  const byTitle = new Map(complete.map((one) => [titleOf(one), one]));
  const parts = [...byTitle.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, { license, licenseText }]) => `${title}\n${license}\n\n${licenseText}\n`);
  return [`${head}\n${own.trim()}\n`, ...parts].join(`\n${rule}\n\n`);
}

const titleOf = ({ name, version }: BundledPackage): string => `${name} ${version}`;

const head = `Nutgraf contains the work of others. Its own licence comes first, then theirs.

Electron and Chromium, in which it runs, bring files of their own: LICENSE.electron.txt and
LICENSES.chromium.html, beside the program.
`;

/** Packages that no script imports: the style sheets' (fonts are among them), and those in the native module. */
export function packagesBesideScripts(project: string): readonly string[] {
  const names = [...styleSheetPackages(path.join(project, 'src', 'renderer')), ...nativePackages];
  return [...new Set(names)].map((name) => path.join(project, 'node_modules', name));
}

/** Stays outside of the bundle; compiled with the other's headers. */
const nativePackages = ['better-sqlite3', 'node-addon-api'];

function styleSheetPackages(folder: string): readonly string[] {
  const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.css'),
  );
  return sheets.flatMap((name) => {
    const text = readFileSync(path.join(folder, name), 'utf8');
    return [...text.matchAll(/@import '((?:@[\w-]+\/)?[\w-]+)/gu)].flatMap(([, found]) => found ?? []);
  });
}
