import { type KeyObject, createPublicKey, verify } from 'node:crypto';
import { updateChannel } from '#shared/domain/updateChannel';
import { version } from '#shared/domain/version';
import { z } from 'zod';
import { refusals } from './refusals';

/** The names of a manifest and of the signature over its exact bytes, in the folder of its channel. */
export const manifestName = 'updates.json';
export const signatureName = 'updates.json.sig';

/** A place below the manifest's own folder: relative, with no way out of it. */
const placeBelow = z
  .string()
  .max(300)
  .regex(/^(?!\.)[\w.~+-]+(?:\/(?!\.)[\w.~+-]+)*$/);

/** A package that the manifest offers. */
const offeredFile = z.object({
  kind: z.enum(['deb', 'rpm', 'tar.gz', 'dmg', 'zip', 'nsis']),
  platform: z.enum(['linux', 'darwin', 'win32']),
  arch: z.enum(['x64', 'arm64']),
  /** Relative to the manifest. */
  url: placeBelow,
  bytes: z
    .int()
    .positive()
    .max(2 ** 31),
  /** Of the whole file, hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type OfferedFile = z.infer<typeof offeredFile>;

const known = offeredFile.pick({ kind: true, platform: true, arch: true });

/** The packages that this version has a word for: a newer one may know kinds, systems and processors besides. */
const offeredFiles = z
  .array(z.looseObject({ kind: z.string(), platform: z.string(), arch: z.string() }))
  .min(1)
  .max(50)
  .transform((files) => files.filter((file) => known.safeParse(file).success))
  .pipe(z.array(offeredFile))
  .readonly();

/**
 * What a channel offers: one version, and its packages. Every version that is installed anywhere reads it, so it may
 * only grow: what this one does not know is left out, what it knows is checked.
 */
export const updateManifest = z.object({
  product: z.literal('nutgraf'),
  channel: updateChannel,
  version,
  /** Grows with every manifest of a channel, so that an old one shown again is recognised. */
  serial: z.int().positive(),
  released: z.iso.date(),
  /** After this day the manifest is worth nothing: whoever holds new ones back is noticed. */
  expires: z.iso.date(),
  /** Plain text, from the changelog. */
  notes: z.string().max(20_000),
  files: offeredFiles,
});
export type UpdateManifest = z.infer<typeof updateManifest>;

/** Reads a public key for ed25519: base64 of its SubjectPublicKeyInfo (RFC 8410), as a build has it. Throws for another. */
export function publicKeyOf(base64: string): KeyObject {
  const key = createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
  if (key.asymmetricKeyType !== 'ed25519') throw new TypeError('the key is not one for ed25519');
  return key;
}

/**
 * The manifest in these bytes, if the key's owner signed exactly these.
 *
 * @param signature base64 of the 64 bytes
 * @throws NutgrafError `update_wrong_signature`, `update_unreadable`
 */
export function readManifest(bytes: Uint8Array, signature: string, key: KeyObject): UpdateManifest {
  if (!verify(null, bytes, key, Buffer.from(signature.trim(), 'base64'))) throw refusals.wrongSignature();
  const parsed = updateManifest.safeParse(jsonOf(bytes));
  if (!parsed.success) throw refusals.unreadable(z.prettifyError(parsed.error));
  return parsed.data;
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
