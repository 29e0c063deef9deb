import { useEffect } from 'react';
import type { StoreNotice } from '#shared/domain/storeNotice';
import { storeNoticeWords } from '#shared/domain/storeNoticeWords';
import { bridge } from '../bridge';
import { type Notice, showNotice } from '../base/notices/notices';
import { reportProblem } from '../base/notices/problems';

/** How the banner of each kind looks; on one topic, the later one takes the earlier one's place. */
const looks: Readonly<Record<StoreNotice['kind'], Pick<Notice, 'topic' | 'tone'>>> = {
  disk_full: { topic: 'disk', tone: 'bad' },
  disk_free: { topic: 'disk', tone: 'ok' },
  trouble: { topic: 'trouble', tone: 'warn' },
  recovered: { topic: 'recovered', tone: 'warn' },
  damaged: { topic: 'store_damaged', tone: 'bad' },
  sound: { topic: 'store_damaged', tone: 'ok' },
  rewritten: { topic: 'rewritten', tone: 'warn' },
};

const bringBack = {
  label: 'Bring it back',
  run: () => void bridge.app.recover().catch(reportProblem),
} as const;

function storeNoticeOf(notice: StoreNotice): Notice {
  const look = looks[notice.kind];
  const topic = notice.kind === 'trouble' ? notice.failure.code : look.topic;
  const shown: Notice = { ...look, topic, text: storeNoticeWords(notice) };
  return notice.kind === 'damaged' ? { ...shown, action: bringBack } : shown;
}

/** Shows what happened to the store, before this window opened and since. */
export function useStoreNotices(): void {
  useEffect(() => {
    const show = (notice: StoreNotice) => showNotice(storeNoticeOf(notice));
    bridge.app.notices().then((notices) => notices.forEach(show), reportProblem);
    return bridge.on('store.notice', show);
  }, []);
}
