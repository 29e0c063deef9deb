import { say, saying } from '../language/say';
import { assertNever } from './failure';
import { fullTime } from './fullTime';
import type { StoreNotice, StoreRecovery } from './storeNotice';

/** The store's notices in words, for windows and the command line alike: what happened, what is safe, what to do. */
export function storeNoticeWords(notice: StoreNotice): string {
  switch (notice.kind) {
    case 'disk_full':
      return say(
        'The disk is full. Your text is kept in this window, and saving is tried again. Free some space, and leave the window open until it is saved.',
      );
    case 'disk_free':
      return say('There is room on the disk again. Your text is being saved.');
    case 'trouble':
      return notice.failure.message;
    case 'recovered':
      return recoveryWords(notice);
    case 'damaged':
      return damageWords(notice.isNoted);
    case 'sound':
      return say('Every page of the store was checked, and none is damaged. Nothing needed recovering.');
    case 'sample_desk':
      return say('This is the sample desk. Nothing you do here touches your own articles.');
    case 'rewritten':
      return rewrittenWords(notice);
    default:
      return assertNever(notice);
  }
}

/** Sentences one after the other. */
const sentences = (...all: readonly string[]): string => all.join(' ');

const damageWords = (isNoted: boolean): string =>
  sentences(
    say(
      'Part of the store is damaged on disk. Recover it now: Nutgraf puts together what it can from the store and the last good backup, and keeps the damaged file.',
    ),
    isNoted
      ? say('Otherwise this happens at the next start.')
      : say(
          'It will not happen automatically at the next start, because it could not be noted on the disk: free some space there, or make the disk writable.',
        ),
  );

type Rewritten = Extract<StoreNotice, { readonly kind: 'rewritten' }>;

const takenAway: Readonly<Record<Rewritten['how'], (database: string) => string>> = {
  deleted: (database) =>
    say('The store’s database ({database}) was deleted while Nutgraf was running.', { database }),
  replaced: (database) =>
    say('The store’s database ({database}) was replaced by another file while Nutgraf was running.', {
      database,
    }),
  emptied: (database) =>
    say('The store’s database ({database}) was emptied while Nutgraf was running.', { database }),
  moved: (database) =>
    say(
      'The store’s folder was moved or deleted while Nutgraf was running ({database} is no longer there).',
      { database },
    ),
};

function rewrittenWords({ how, database, articles: count, keptFile, picturesMissing }: Rewritten): string {
  return sentences(
    takenAway[how](database),
    say(
      'It was rebuilt in the same place with everything that was saved: {count, plural, one {1 article is} other {# articles are}} in it.',
      { count },
    ),
    ...(keptFile === null ? [] : [say('What was found in its place is kept: {file}', { file: keptFile })]),
    ...(picturesMissing
      ? [say('The images are no longer there: put the folder “assets” back from where it was moved to.')]
      : []),
  );
}

type Cause = StoreRecovery['cause'];

const recoveryWords = (notice: StoreRecovery): string =>
  sentences(startWords(notice), ...newerWords(notice), ...doubtWords(notice), ...fileWords(notice));

const isGone = (cause: Cause): boolean => cause === 'missing' || cause === 'emptied';

/** What was wrong, as a sentence of its own: what became of it follows. */
const causes: Readonly<Record<Cause, () => string>> = {
  damaged: saying('The store was damaged.'),
  missing: saying('The store’s database was missing.'),
  emptied: saying('The store’s database was empty.'),
  log_damaged: saying('The log of the last saves was damaged.'),
  log_gone: saying('The log of the last saves was missing.'),
};

/** What the store was opened from, and with how many articles. */
const startWords = (notice: StoreRecovery): string => sentences(causes[notice.cause](), originWords(notice));

function originWords({ cause, origin, started: count, newer, fromBackups }: StoreRecovery): string {
  switch (origin.kind) {
    case 'database':
      return cause === 'damaged'
        ? say('It has been repaired: {count, plural, one {1 article is} other {# articles are}} here.', {
            count,
          })
        : say(
            'The database itself is sound: {count, plural, one {1 article is} other {# articles are}} here.',
            { count },
          );
    case 'log':
      return say(
        'It has been rebuilt from its log: {count, plural, one {1 article is} other {# articles are}} here.',
        { count },
      );
    case 'backup':
      return say(
        'The backup of {time} took its place, with {count, plural, one {1 article} other {# articles}}.',
        { time: fullTime(origin.madeAt), count },
      );
    case 'nothing':
      return newer + fromBackups > 0
        ? say('There was no usable backup.')
        : say('There was no usable backup, and nothing could be read, so the store starts empty.');
    default:
      return assertNever(origin);
  }
}

/** What was recovered in addition, and what may be missing. */
function newerWords({ cause, origin, newer, fromBackups, whole }: StoreRecovery): readonly string[] {
  const isFromNothing = origin.kind === 'nothing';
  const lost = missingWords[origin.kind];
  const isLost = !whole && (!isFromNothing || newer + fromBackups > 0);
  return [
    ...(newer > 0 ? [recoveredWords(newer, isGone(cause), isFromNothing)] : []),
    ...(fromBackups > 0 ? [backupWords(fromBackups, isFromNothing)] : []),
    ...(isLost ? [cause === 'log_gone' || newer === 0 ? lost.all() : lost.rest()] : []),
  ];
}

function recoveredWords(count: number, isFromLog: boolean, isFromNothing: boolean): string {
  if (isFromNothing && isFromLog)
    return say('{count, plural, one {1 article} other {# articles}} could be recovered from its log.', {
      count,
    });
  if (isFromNothing)
    return say(
      '{count, plural, one {1 article} other {# articles}} could be recovered from the damaged files.',
      { count },
    );
  return isFromLog
    ? say(
        '{count, plural, one {1 article} other {# articles}} could be recovered from its log in a newer version.',
        { count },
      )
    : say(
        '{count, plural, one {1 article} other {# articles}} could be recovered from the damaged files in a newer version.',
        { count },
      );
}

const backupWords = (count: number, isFromNothing: boolean): string =>
  isFromNothing
    ? say('{count, plural, one {1 article} other {# articles}} could be recovered from a damaged backup.', {
        count,
      })
    : say('{count, plural, one {1 article} other {# articles}} came from another backup.', { count });

interface Missing {
  readonly all: () => string;
  readonly rest: () => string;
}

const recentSaves: Missing = {
  all: saying('The latest saves may be missing.'),
  rest: saying('Other recent saves may be missing.'),
};

const missingWords: Readonly<Record<StoreRecovery['origin']['kind'], Missing>> = {
  database: recentSaves,
  log: recentSaves,
  backup: {
    all: saying('Nothing newer could be read: what was written after that backup is missing.'),
    rest: saying('Anything else written after that backup is missing.'),
  },
  nothing: {
    all: saying('Anything else in the store is missing.'),
    rest: saying('Anything else in the store is missing.'),
  },
};

const unsureWords = (count: number): string =>
  say(
    '{count, plural, one {1 article could not be verified: check the text and the hashtags before you use it.} other {# articles could not be verified: check the text and the hashtags before you use them.}}',
    { count },
  );

const unreadWords = (count: number): string =>
  say(
    'The last version of {count, plural, one {1 article} other {# articles}} could not be read: an earlier one is here.',
    { count },
  );

const spoiltWords = (count: number): string =>
  say(
    'The text of {count, plural, one {1 article} other {# articles}} is not what was saved: the last good version is in its history.',
    { count },
  );

function doubtWords({ unsure, unread, spoilt }: StoreRecovery): readonly string[] {
  return [
    ...(unsure > 0 ? [unsureWords(unsure)] : []),
    ...(unread > 0 ? [unreadWords(unread)] : []),
    ...(spoilt > 0 ? [spoiltWords(spoilt)] : []),
  ];
}

function fileWords({ damagedFile }: StoreRecovery): readonly string[] {
  return damagedFile === null
    ? []
    : [say('The damaged files are kept for a specialist: {file}', { file: damagedFile })];
}
