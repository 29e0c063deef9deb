import { useEffect } from 'react';
import { assertNever } from '#shared/domain/failure';
import type { StoreNotice } from '#shared/domain/storeNotice';
import { desk } from '../desk';
import { type Notice, showNotice } from './notices';
import { reportProblem } from './problems';
import { fullTime } from './relativeTime';

/** What the store tells, in words: what happened, what is safe, what to do. */
export function storeNoticeOf(notice: StoreNotice): Notice {
  switch (notice.kind) {
    case 'disk_full':
      return {
        topic: 'disk',
        tone: 'bad',
        text: 'The disk is full. Your text is kept here and tried again. Free some space, and leave this window open until it is saved.',
      };
    case 'disk_free':
      return {
        topic: 'disk',
        tone: 'ok',
        text: 'There is room on the disk again. Your text is being saved.',
      };
    case 'trouble':
      return { topic: notice.failure.code, tone: 'warn', text: notice.failure.message };
    case 'recovered':
      return { topic: 'recovered', tone: 'warn', text: recoveredWords(notice) };
    default:
      return assertNever(notice);
  }
}

function recoveredWords({ damagedFile, backupFrom }: Extract<StoreNotice, { kind: 'recovered' }>): string {
  const what =
    backupFrom === null
      ? 'The store was damaged and there was no backup, so this one starts empty.'
      : `The store was damaged, and the backup of ${fullTime(backupFrom)} was put in its place.`;
  return `${what} The damaged file is kept, for a specialist to look at: ${damagedFile}`;
}

/** Shows what happened to the store, before this window opened and since. */
export function useStoreNotices(): void {
  useEffect(() => {
    const show = (notice: StoreNotice) => showNotice(storeNoticeOf(notice));
    desk.desk.notices().then((notices) => notices.forEach(show), reportProblem);
    return desk.on('store.notice', show);
  }, []);
}
