import { assertNever } from './failure';
import { fullTime } from './fullTime';
import type { StoreNotice, StoreRecovery } from './storeNotice';

/** What the store tells, in words, for windows and the command line alike: what happened, what is safe, what to do. */
export function storeNoticeWords(notice: StoreNotice): string {
  switch (notice.kind) {
    case 'disk_full':
      return 'The disk is full. Your text is kept here and tried again. Free some space, and leave this window open until it is saved.';
    case 'disk_free':
      return 'There is room on the disk again. Your text is being saved.';
    case 'trouble':
      return notice.failure.message;
    case 'recovered':
      return recoveryWords(notice);
    case 'damaged':
      return `A part of the store on the disk is damaged. Bring it back now: what can be read is put together with the last good backup, and the damaged file is kept. ${notice.isNoted ? 'It is done at the next start otherwise.' : 'The next start does not do it by itself, since the disk took no note of it: free some space on it, or make it writable.'}`;
    case 'sound':
      return 'Every page of the store was looked at, and none is damaged: nothing had to be brought back.';
    case 'rewritten':
      return rewrittenWords(notice);
    default:
      return assertNever(notice);
  }
}

type Rewritten = Extract<StoreNotice, { readonly kind: 'rewritten' }>;

const takenAway: Readonly<Record<Rewritten['how'], (database: string) => string>> = {
  deleted: (database) => `The database of the store (${database}) was deleted while Nutgraf was running.`,
  replaced: (database) =>
    `The database of the store (${database}) was replaced by another file while Nutgraf was running.`,
  emptied: (database) => `The database of the store (${database}) was emptied while Nutgraf was running.`,
  moved: (database) =>
    `The folder of the store was moved or deleted while Nutgraf was running (${database} is no longer there).`,
};

function rewrittenWords({ how, database, articles: count, keptFile, picturesMissing }: Rewritten): string {
  return [
    `${takenAway[how](database)} It was written anew at the same place, with all that was open and saved: ${articles(count)} ${are(count)} in it.`,
    ...(keptFile === null ? [] : [`What lay in its place is kept: ${keptFile}`]),
    ...(picturesMissing
      ? ['The pictures are not there any more: put the folder “assets” back, from where it was moved to.']
      : []),
  ].join(' ');
}

const causes: Readonly<Record<StoreRecovery['cause'], string>> = {
  damaged: 'The store was damaged',
  missing: 'The database of the store was missing',
  emptied: 'The database of the store was empty',
  log_damaged: 'The log of the last saves was damaged',
  log_gone: 'The log of the last saves was missing',
};

function recoveryWords(notice: StoreRecovery): string {
  return [startWords(notice), ...newerWords(notice), ...doubtWords(notice), ...fileWords(notice)].join(' ');
}

const isGone = (cause: StoreRecovery['cause']): boolean => cause === 'missing' || cause === 'emptied';

const articles = (count: number): string => (count === 1 ? '1 article' : `${count} articles`);
const are = (count: number): string => (count === 1 ? 'is' : 'are');

/** From where the store is, and with how much. */
function startWords({ cause, origin, started, newer, fromBackups }: StoreRecovery): string {
  const what = causes[cause];
  const has = `${articles(started)} ${are(started)} here`;
  switch (origin.kind) {
    case 'database':
      return cause === 'damaged'
        ? `${what}, and was mended: ${has}.`
        : `${what}. The database itself is sound: ${has}.`;
    case 'log':
      return `${what}, and was put together again from its log: ${has}.`;
    case 'backup':
      return `${what}, and the backup of ${fullTime(origin.madeAt)} was put in its place, with ${articles(started)}.`;
    case 'nothing':
      return newer + fromBackups > 0
        ? `${what}, and there was no backup that could be restored.`
        : `${what}, there was no backup that could be restored, and nothing could be read, so the store starts empty.`;
    default:
      return assertNever(origin);
  }
}

/** What came besides, and what may be missing. */
function newerWords(notice: StoreRecovery): readonly string[] {
  const { cause, origin, newer, fromBackups, whole } = notice;
  const words: string[] = [];
  const wreck = isGone(cause) ? 'its log' : 'the damaged files';
  if (newer > 0)
    words.push(
      origin.kind === 'nothing'
        ? `${articles(newer)} could be read from ${wreck}, and ${are(newer)} here.`
        : `${articles(newer)} could be read from ${wreck} in a newer version than that, and ${are(newer)} here too.`,
    );
  if (fromBackups > 0)
    words.push(
      origin.kind === 'nothing'
        ? `${articles(fromBackups)} could be read from a damaged backup, and ${are(fromBackups)} here.`
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
    all: 'What was saved last may be missing.',
    rest: 'Something else that was saved last may be missing.',
  },
  log: {
    all: 'What was saved last may be missing.',
    rest: 'Something else that was saved last may be missing.',
  },
  backup: {
    all: 'Nothing newer could be read: what was written after it is missing.',
    rest: 'Whatever else was written after that backup is missing.',
  },
  nothing: {
    all: 'Whatever else was in the store is missing.',
    rest: 'Whatever else was in the store is missing.',
  },
};

function doubtWords({ unsure, unread, spoilt }: StoreRecovery): readonly string[] {
  const words: string[] = [];
  if (unsure > 0)
    words.push(
      `${articles(unsure)} could not be checked: compare the text and the hashtags before you use ${unsure === 1 ? 'it' : 'them'}.`,
    );
  if (unread > 0)
    words.push(`The last version of ${articles(unread)} could not be read: an earlier one is here.`);
  if (spoilt > 0)
    words.push(
      `The text of ${articles(spoilt)} is not as it was saved: its history has the last version that is.`,
    );
  return words;
}

function fileWords({ damagedFile }: StoreRecovery): readonly string[] {
  return damagedFile === null
    ? []
    : [`The files as they were found are kept, for a specialist: ${damagedFile}`];
}
