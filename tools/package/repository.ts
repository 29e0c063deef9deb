import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { runProgram } from '../child';

/** Who signs the repository: a key of this machine's keyring, or one that is made for a test and thrown away. */
export type Signer = { readonly kind: 'key'; readonly id: string } | { readonly kind: 'throwAway' };

const components = 'main/binary-amd64';

/** What apt is told of the repository (Debian repository format, "Release" files). */
const release = {
  Origin: 'Nutgraf',
  Label: 'Nutgraf',
  Suite: 'stable',
  Codename: 'stable',
  Architectures: 'amd64',
  Components: 'main',
} as const;

/**
 * Makes an apt repository of a Debian package, signed, with its public key beside it.
 *
 * @param scratch a folder for a key that is thrown away
 * @returns the repository's folder
 */
export async function makeRepository(
  deb: string,
  out: string,
  scratch: string,
  signer: Signer,
): Promise<string> {
  const folder = path.join(out, 'apt');
  await rm(folder, { recursive: true, force: true });
  const pool = path.join(folder, 'pool/main/n/nutgraf');
  const suite = path.join(folder, 'dists/stable');
  await mkdir(pool, { recursive: true });
  await mkdir(path.join(suite, components), { recursive: true });
  await copyFile(deb, path.join(pool, path.basename(deb)));
  const packages = runProgram('apt-ftparchive', ['packages', 'pool'], { cwd: folder });
  await writeFile(path.join(suite, components, 'Packages'), packages);
  await writeFile(path.join(suite, components, 'Packages.gz'), gzipSync(packages, { level: 9 }));
  const told = Object.entries(release).map(([name, value]) => `-oAPT::FTPArchive::Release::${name}=${value}`);
  const index = runProgram('apt-ftparchive', [...told, 'release', 'dists/stable'], { cwd: folder });
  await writeFile(path.join(suite, 'Release'), index);
  await sign(suite, path.join(folder, 'nutgraf-archive-keyring.asc'), scratch, signer);
  return folder;
}

async function sign(suite: string, keyring: string, scratch: string, signer: Signer): Promise<void> {
  const env = signer.kind === 'key' ? process.env : await throwAwayKey(scratch);
  const key = signer.kind === 'key' ? [`--local-user=${signer.id}`] : [];
  const gpg = (...args: readonly string[]) =>
    runProgram('gpg', ['--batch', '--yes', ...key, ...args], { env });
  const of = (name: string): string => path.join(suite, name);
  gpg(`--output=${of('InRelease')}`, '--clearsign', of('Release'));
  gpg(`--output=${of('Release.gpg')}`, '--armor', '--detach-sign', of('Release'));
  gpg(`--output=${keyring}`, '--armor', '--export', ...(signer.kind === 'key' ? [signer.id] : []));
  if (signer.kind === 'throwAway') runProgram('gpgconf', ['--kill', 'gpg-agent'], { env });
}

/** A key in a keyring of its own, which goes with the folder. */
async function throwAwayKey(scratch: string): Promise<NodeJS.ProcessEnv> {
  const home = path.join(scratch, 'gnupg');
  await mkdir(home, { mode: 0o700 });
  const env = { ...process.env, GNUPGHOME: home };
  const identity = 'Nutgraf test build (thrown away)';
  runProgram('gpg', ['--batch', '--passphrase=', '--quick-generate-key', identity, 'ed25519', 'sign', '1d'], {
    env,
  });
  return env;
}
