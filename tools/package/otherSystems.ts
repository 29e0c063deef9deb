import { copyFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { type Build, officialModule } from '../../packaging/builder';
import { Problem } from '../project';
import { officialVersion } from '../runtime/officialRuntime';
import { checkContents, checkFuses, runBuilder } from './appFolder';

/** Environment variables that go together, as electron-builder reads them. */
type Credentials = readonly string[];

/** What electron-builder makes on a system, how, and what a release of it takes. */
export interface BuilderSystem {
  /** Words of the builder's command line. */
  readonly wanted: readonly string[];
  /** Kinds of packages by the endings of their files. */
  readonly kinds: Readonly<Record<string, string>>;
  /** The folders with the app, one a processor. */
  readonly folders: readonly string[];
  /** Within a folder, for a product's name: where the fuses are, and the app's archive. */
  readonly places: (productName: string) => { readonly executable: string; readonly archive: string };
  /** What a release needs; of each need, one of the ways to meet it. */
  readonly needs: Readonly<Record<string, readonly Credentials[]>>;
}

/** The systems whose packages electron-builder makes from start to end, each on its own system. */
export const builderSystems = {
  darwin: {
    wanted: ['--mac', 'dmg', 'zip', '--x64', '--arm64'],
    kinds: { '.dmg': 'dmg', '.zip': 'zip' },
    folders: ['mac', 'mac-arm64'],
    places: (productName) => ({
      executable: `${productName}.app`,
      archive: `${productName}.app/Contents/Resources/app.asar`,
    }),
    needs: {
      'a Developer ID certificate': [['CSC_LINK', 'CSC_KEY_PASSWORD'], ['CSC_NAME']],
      "Apple's notarisation": [
        ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'],
        ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID'],
      ],
    },
  },
  win32: {
    wanted: ['--win', 'nsis', '--x64', '--arm64'],
    kinds: { '.exe': 'nsis' },
    folders: ['win-unpacked', 'win-arm64-unpacked'],
    places: (productName) => ({ executable: `${productName}.exe`, archive: 'resources/app.asar' }),
    needs: {
      'a code signing certificate': [
        ['WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD'],
        ['CSC_LINK', 'CSC_KEY_PASSWORD'],
      ],
    },
  },
} as const satisfies Partial<Record<NodeJS.Platform, BuilderSystem>>;

/** @throws Problem that names what a release lacks: it would be made all the same, and trusted by no system */
export function refuseUnsigned(system: BuilderSystem, environment: NodeJS.ProcessEnv): void {
  const missing = Object.entries(system.needs).filter(
    ([, ways]) => !ways.some((names) => names.every((name) => environment[name])),
  );
  if (missing.length === 0) return;
  const told = missing.map(
    ([what, ways]) => `${what}: ${ways.map((names) => names.join(' and ')).join(', or ')}`,
  );
  throw new Problem(
    `A release is signed. Give in the environment ${told.join('; ')}. Or leave out --release for a test build.`,
  );
}

/** A package's kind and file. */
export interface Made {
  readonly kind: string;
  readonly file: string;
}

interface MakingByBuilder extends Pick<Build, 'test' | 'updates'> {
  /** A folder for what stands between. */
  readonly scratch: string;
  readonly out: string;
}

/**
 * Makes the packages of this system, for both processors, with the official Electron, which electron-builder fetches.
 *
 * @throws Problem when they are not made, or an app in them is not as it must be
 */
export async function makeByBuilder(
  system: BuilderSystem,
  { scratch, out, test, updates }: MakingByBuilder,
): Promise<readonly Made[]> {
  const electron = { folder: null, version: officialVersion() };
  await runBuilder({ electron, output: scratch, nativeModule: officialModule, test, updates }, system.wanted);
  const { executable, archive } = system.places(test?.productName ?? 'Nutgraf');
  for (const folder of system.folders) {
    await checkFuses(path.join(scratch, folder, executable));
    checkContents(path.join(scratch, folder, archive));
  }
  return collect(scratch, out, system.kinds);
}

/** Takes what was made to where it was asked for: a copy, since on Windows that is often another drive. */
async function collect(
  scratch: string,
  out: string,
  kinds: Readonly<Record<string, string>>,
): Promise<readonly Made[]> {
  const made: Made[] = [];
  for (const name of (await readdir(scratch)).sort()) {
    const kind = name.startsWith('nutgraf-') ? kinds[path.extname(name)] : undefined;
    if (kind === undefined) continue;
    const file = path.join(out, name);
    await copyFile(path.join(scratch, name), file);
    made.push({ kind, file });
  }
  if (made.length === 0) throw new Problem('electron-builder made no package: see above.');
  return made;
}
