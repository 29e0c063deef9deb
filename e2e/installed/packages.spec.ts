import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { launchOptions } from '../../tools/display/launchOptions';
import { expect, test } from '../fixtures';
import { packageOf } from './packages';

test('lintian, desktop-file-validate and appstreamcli find no error', async ({ folder }) => {
  const deb = packageOf('_amd64.deb');
  execFileSync('lintian', ['--allow-root', '--fail-on', 'error,warning', deb], { stdio: 'pipe' });
  execFileSync('dpkg-deb', ['--extract', deb, folder]);
  const share = path.join(folder, 'usr/share');
  execFileSync('desktop-file-validate', [path.join(share, 'applications/nutgraf.desktop')], {
    stdio: 'pipe',
  });
  const told = path.join(share, 'metainfo/org.nutgraf.Nutgraf.metainfo.xml');
  execFileSync('appstreamcli', ['validate', '--no-net', told], { stdio: 'pipe' });
});

/** Bytes of all files in a folder. */
const bytesIn = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);

/** The app's own part, over the Electron that it comes with. */
const OWN_MEGABYTES = 20;

test('a package is hardly larger than an empty Electron app', async ({ folder }) => {
  const electron = path.dirname(launchOptions().executablePath);
  const empty = path.join(folder, 'empty.tar.gz');
  execFileSync('tar', [
    '--create',
    `--file=${empty}`,
    '--use-compress-program=gzip -6',
    '--exclude=./resources/app',
    `--directory=${electron}`,
    '.',
  ]);
  const tarball = packageOf('.tar.gz');
  execFileSync('tar', ['--extract', `--file=${tarball}`, `--directory=${folder}`]);
  const unpacked = readdirSync(folder).find((name) => name.startsWith('nutgraf-')) ?? '';
  const sizes = {
    deb: statSync(packageOf('_amd64.deb')).size,
    tarball: statSync(tarball).size,
    emptyTarball: statSync(empty).size,
    installed: bytesIn(path.join(folder, unpacked)),
    emptyInstalled: bytesIn(electron),
  };
  process.stdout.write(`${JSON.stringify({ kind: 'size', ...sizes })}\n`);
  expect(sizes.installed).toBeLessThan(sizes.emptyInstalled + OWN_MEGABYTES * 1e6);
  expect(sizes.tarball).toBeLessThan(sizes.emptyTarball + OWN_MEGABYTES * 1e6);
});
