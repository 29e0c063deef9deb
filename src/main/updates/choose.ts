import type { UpdateChannel } from '#shared/domain/updateChannel';
import { compareVersions } from '#shared/domain/version';
import type { OfferedFile, UpdateManifest } from './manifest';
import { refusals } from './refusals';

/** The highest serial that each channel has shown. */
export type Serials = Readonly<Partial<Record<UpdateChannel, number>>>;

/** The channels that somebody on a channel hears of: who tries things out gets the finished version too. */
export const heard: Readonly<Record<UpdateChannel, readonly UpdateChannel[]>> = {
  stable: ['stable'],
  beta: ['beta', 'stable'],
};

/**
 * Refuses what was offered before, and what is past its day.
 *
 * @param now ms UTC
 * @throws NutgrafError `update_replayed`, `update_expired`
 */
export function refuseStale({ channel, serial, expires }: UpdateManifest, seen: Serials, now: number): void {
  const highest = seen[channel] ?? 0;
  if (serial < highest) throw refusals.replayed(`serial ${serial} after ${highest}`);
  // The day itself still counts, wherever on earth it is.
  if (now > Date.parse(expires) + 36 * 3_600_000) throw refusals.expired(expires);
}

/**
 * The newest version on offer; null where that is the installed one, or nothing is offered.
 *
 * @throws NutgrafError `update_older` where everything on offer is older than what is installed
 */
export function newestOf(offered: readonly UpdateManifest[], installed: string): UpdateManifest | null {
  const newest = offered.toSorted((a, b) => compareVersions(b.version, a.version))[0];
  if (newest === undefined) return null;
  const order = compareVersions(newest.version, installed);
  if (order < 0) throw refusals.older(newest.version, installed);
  return order === 0 ? null : newest;
}

interface Wanted {
  readonly kind: OfferedFile['kind'];
  readonly platform: NodeJS.Platform;
  readonly arch: string;
}

/** The package of a manifest for one kind of installation; null where it offers none. */
export const fileFor = ({ files }: UpdateManifest, { kind, platform, arch }: Wanted): OfferedFile | null =>
  files.find((file) => file.kind === kind && file.platform === platform && file.arch === arch) ?? null;
