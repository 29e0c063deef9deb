import { assertNever } from './failure';
import { fullTime } from './fullTime';
import type { StoreNotice, StoreRecovery } from './storeNotice';

/** The store's notices in words, for windows and the command line alike: what happened, what is safe, what to do. */
export function storeNoticeWords(notice: StoreNotice): string {
  switch (notice.kind) {
    case 'disk_full':
      return 'The disk is full. Your text is kept in this window, and saving is tried again. Free some space, and leave the window open until it is saved.';
    case 'disk_free':
      return 'There is room on the disk again. Your text is being saved.';
    case 'trouble':
      return notice.failure.message;
    case 'recovered':
      return recoveryWords(notice);
    case 'damaged':
      return `Part of the store is damaged on disk. Recover it now: Nutgraf puts together what it can from the store and the last good backup, and keeps the damaged file. ${notice.isNoted ? 'Otherwise this happens at the next start.' : 'It will not happen automatically at the next start, because it could not be noted on the disk: free some space there, or make the disk writable.'}`;
    case 'sound':
      return 'Every page of the store was checked, and none is damaged. Nothing needed recovering.';
    case 'sample_desk':
      return 'This is the sample desk. Nothing you do here touches your own articles.';
    case 'rewritten':
      return rewrittenWords(notice);
    default:
      return assertNever(notice);
  }
}

type Rewritten = Extract<StoreNotice, { readonly kind: 'rewritten' }>;

const takenAway: Readonly<Record<Rewritten['how'], (database: string) => string>> = {
  deleted: (database) => `The store’s database (${database}) was deleted while Nutgraf was running.`,
  replaced: (database) =>
    `The store’s database (${database}) was replaced by another file while Nutgraf was running.`,
  emptied: (database) => `The store’s database (${database}) was emptied while Nutgraf was running.`,
  moved: (database) =>
    `The store’s folder was moved or deleted while Nutgraf was running (${database} is no longer there).`,
};

function rewrittenWords({ how, database, articles: count, keptFile, picturesMissing }: Rewritten): string {
  return [
    `${takenAway[how](database)} It was rebuilt in the same place with everything that was saved: ${articles(count)} ${are(count)} in it.`,
    ...(keptFile === null ? [] : [`What was found in its place is kept: ${keptFile}`]),
    ...(picturesMissing
      ? ['The images are no longer there: put the folder “assets” back from where it was moved to.']
      : []),
  ].join(' ');
}

const causes: Readonly<Record<StoreRecovery['cause'], string>> = {
  damaged: 'The store was damaged',
  missing: 'The store’s database was missing',
  emptied: 'The store’s database was empty',
  log_damaged: 'The log of the last saves was damaged',
  log_gone: 'The log of the last saves was missing',
};

function recoveryWords(notice: StoreRecovery): string {
  return [startWords(notice), ...newerWords(notice), ...doubtWords(notice), ...fileWords(notice)].join(' ');
}

const isGone = (cause: StoreRecovery['cause']): boolean => cause === 'missing' || cause === 'emptied';

const articles = (count: number): string => (count === 1 ? '1 article' : `${count} articles`);
const are = (count: number): string => (count === 1 ? 'is' : 'are');

/** What the store was opened from, and with how many articles. */
function startWords({ cause, origin, started, newer, fromBackups }: StoreRecovery): string {
  const what = causes[cause];
  const has = `${articles(started)} ${are(started)} here`;
  switch (origin.kind) {
    case 'database':
      return cause === 'damaged'
        ? `${what} and has been repaired: ${has}.`
        : `${what}. The database itself is sound: ${has}.`;
    case 'log':
      return `${what} and has been rebuilt from its log: ${has}.`;
    case 'backup':
      return `${what}. The backup of ${fullTime(origin.madeAt)} took its place, with ${articles(started)}.`;
    case 'nothing':
      return newer + fromBackups > 0
        ? `${what}, and there was no usable backup.`
        : `${what}, there was no usable backup, and nothing could be read, so the store starts empty.`;
    default:
      return assertNever(origin);
  }
}

/** What was recovered in addition, and what may be missing. */
function newerWords(notice: StoreRecovery): readonly string[] {
  const { cause, origin, newer, fromBackups, whole } = notice;
  const words: string[] = [];
  const wreck = isGone(cause) ? 'its log' : 'the damaged files';
  if (newer > 0)
    words.push(
      origin.kind === 'nothing'
        ? `${articles(newer)} could be recovered from ${wreck}.`
        : `${articles(newer)} could be recovered from ${wreck} in a newer version.`,
    );
  if (fromBackups > 0)
    words.push(
      origin.kind === 'nothing'
        ? `${articles(fromBackups)} could be recovered from a damaged backup.`
        : `${articles(fromBackups)} came from another backup.`,
    );
  const lost = missingWords[origin.kind];
  if (!whole && (origin.kind !== 'nothing' || newer + fromBackups > 0))
    words.push(cause === 'log_gone' || newer === 0 ? lost.all : lost.rest);
  return words;
}

const missingWords: Readonly<
  Record<StoreRecovery['origin']['kind'], { readonly all: string; readonly rest: string }>
> = {
  database: {
    all: 'The latest saves may be missing.',
    rest: 'Other recent saves may be missing.',
  },
  log: {
    all: 'The latest saves may be missing.',
    rest: 'Other recent saves may be missing.',
  },
  backup: {
    all: 'Nothing newer could be read: what was written after that backup is missing.',
    rest: 'Anything else written after that backup is missing.',
  },
  nothing: {
    all: 'Anything else in the store is missing.',
    rest: 'Anything else in the store is missing.',
  },
};

function doubtWords({ unsure, unread, spoilt }: StoreRecovery): readonly string[] {
  const words: string[] = [];
  if (unsure > 0)
    words.push(
      `${articles(unsure)} could not be verified: check the text and the hashtags before you use ${unsure === 1 ? 'it' : 'them'}.`,
    );
  if (unread > 0)
    words.push(`The last version of ${articles(unread)} could not be read: an earlier one is here.`);
  if (spoilt > 0)
    words.push(
      `The text of ${articles(spoilt)} is not what was saved: the last good version is in its history.`,
    );
  return words;
}

function fileWords({ damagedFile }: StoreRecovery): readonly string[] {
  return damagedFile === null ? [] : [`The damaged files are kept for a specialist: ${damagedFile}`];
}
