import { NutgrafError } from '#shared/domain/failure';
import { say } from '#shared/language/say';

const megabytes = (bytes: number): string => say('{count, number} MB', { count: Math.ceil(bytes / 1e6) });

/** Everything that can stand in the way of an update, in words for the person; each is thrown as it is. */
export const refusals = {
  notReached: (detail: string) =>
    new NutgrafError(
      'update_not_reached',
      say(
        'The updates could not be reached. Nothing was installed, and your articles are as they were. Check the network and try again.',
      ),
      detail,
    ),
  wrongSignature: () =>
    new NutgrafError(
      'update_wrong_signature',
      say(
        'What the update server offers is not signed by the makers of this Nutgraf. Nothing was installed, and your articles are as they were. Try again later; if it stays so, tell whoever looks after your computer.',
      ),
    ),
  unreadable: (detail: string) =>
    new NutgrafError(
      'update_unreadable',
      say(
        'This Nutgraf does not understand what the update server offers. Nothing was installed, and your articles are as they were. Get the newest version from where you got this one.',
      ),
      detail,
    ),
  replayed: (detail: string) =>
    new NutgrafError(
      'update_replayed',
      say(
        'The update server offered an older list of updates than it did before. Nothing was installed, and your articles are as they were. Try again later; if it stays so, tell whoever looks after your computer.',
      ),
      detail,
    ),
  expired: (day: string) =>
    new NutgrafError(
      'update_expired',
      say(
        'The list of updates was valid until {day}. Nothing was installed, and your articles are as they were. Check this computer’s date, and try again later.',
        { day },
      ),
    ),
  older: (offered: string, installed: string) =>
    new NutgrafError(
      'update_older',
      say(
        'The update server offers Nutgraf {offered}, which is older than this one ({installed}). Nothing was installed, and your articles are as they were. There is nothing to do.',
        { offered, installed },
      ),
    ),
  wrongHash: () =>
    new NutgrafError(
      'update_wrong_hash',
      say(
        'What was downloaded is not what the makers of this Nutgraf signed, so it was thrown away. Nothing was installed, and your articles are as they were. Try again; if it stays so, tell whoever looks after your computer.',
      ),
    ),
  torn: (received: number, bytes: number) =>
    new NutgrafError(
      'update_torn',
      say(
        'The download broke off after {received} of {bytes}. Nothing was installed, and your articles are as they were. Check the network and download it again.',
        { received: megabytes(received), bytes: megabytes(bytes) },
      ),
    ),
  diskFull: (bytes: number) =>
    new NutgrafError(
      'update_disk_full',
      say(
        'There is not enough space on the disk for the update, which needs about {space}. Nothing was installed, and your articles are as they were. Free some space and download it again.',
        { space: megabytes(bytes * 4) },
      ),
    ),
  notWritable: (folder: string) =>
    new NutgrafError(
      'update_not_writable',
      say(
        'Nutgraf may not write to its own folder ({folder}). Nothing was installed, and your articles are as they were. Ask whoever installed it for the new version.',
        { folder },
      ),
    ),
  badPackage: (detail: string) =>
    new NutgrafError(
      'update_bad_package',
      say(
        'The downloaded package does not hold what it should. Nothing was installed, and your articles are as they were. Try again later.',
      ),
      detail,
    ),
  doesNotStart: (version: string, detail: string) =>
    new NutgrafError(
      'update_does_not_start',
      say(
        'Nutgraf {version} does not start on this computer. Nothing was installed, and your articles are as they were. You can go on with this version.',
        {
          version,
        },
      ),
      detail,
    ),
  broughtBack: (version: string) =>
    new NutgrafError(
      'update_brought_back',
      say(
        'Nutgraf {version} did not start well, so the version before it was brought back. Your articles are as they were. You can go on with this version.',
        { version },
      ),
    ),
} as const;
