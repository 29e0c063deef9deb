import { NutgrafError } from '#shared/domain/failure';

const NOTHING = 'Nothing was installed, and your articles are as they were.';

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1e6)} MB`;

/** Everything that can stand in the way of an update, in words for the person; each is thrown as it is. */
export const refusals = {
  notReached: (detail: string) =>
    new NutgrafError(
      'update_not_reached',
      `The updates could not be reached. ${NOTHING} Check the network and try again.`,
      detail,
    ),
  wrongSignature: () =>
    new NutgrafError(
      'update_wrong_signature',
      `What the update server offers is not signed by the makers of this Nutgraf. ${NOTHING} Try again later; if it stays so, tell whoever looks after your computer.`,
    ),
  unreadable: (detail: string) =>
    new NutgrafError(
      'update_unreadable',
      `This Nutgraf does not understand what the update server offers. ${NOTHING} Get the newest version from where you got this one.`,
      detail,
    ),
  replayed: (detail: string) =>
    new NutgrafError(
      'update_replayed',
      `The update server offered an older list of updates than it did before. ${NOTHING} Try again later; if it stays so, tell whoever looks after your computer.`,
      detail,
    ),
  expired: (day: string) =>
    new NutgrafError(
      'update_expired',
      `The list of updates was valid until ${day}. ${NOTHING} Check this computer’s date, and try again later.`,
    ),
  older: (offered: string, installed: string) =>
    new NutgrafError(
      'update_older',
      `The update server offers Nutgraf ${offered}, which is older than this one (${installed}). ${NOTHING} There is nothing to do.`,
    ),
  wrongHash: () =>
    new NutgrafError(
      'update_wrong_hash',
      `What was downloaded is not what the makers of this Nutgraf signed, so it was thrown away. ${NOTHING} Try again; if it stays so, tell whoever looks after your computer.`,
    ),
  torn: (received: number, bytes: number) =>
    new NutgrafError(
      'update_torn',
      `The download broke off after ${megabytes(received)} of ${megabytes(bytes)}. ${NOTHING} Check the network and download it again.`,
    ),
  diskFull: (bytes: number) =>
    new NutgrafError(
      'update_disk_full',
      `There is not enough space on the disk for the update, which needs about ${megabytes(bytes * 4)}. ${NOTHING} Free some space and download it again.`,
    ),
  notWritable: (folder: string) =>
    new NutgrafError(
      'update_not_writable',
      `Nutgraf may not write to its own folder (${folder}). ${NOTHING} Ask whoever installed it for the new version.`,
    ),
  badPackage: (detail: string) =>
    new NutgrafError(
      'update_bad_package',
      `The downloaded package does not hold what it should. ${NOTHING} Try again later.`,
      detail,
    ),
  doesNotStart: (version: string, detail: string) =>
    new NutgrafError(
      'update_does_not_start',
      `Nutgraf ${version} does not start on this computer. ${NOTHING} You can go on with this version.`,
      detail,
    ),
  broughtBack: (version: string) =>
    new NutgrafError(
      'update_brought_back',
      `Nutgraf ${version} did not start well, so the version before it was brought back. Your articles are as they were. You can go on with this version.`,
    ),
} as const;
