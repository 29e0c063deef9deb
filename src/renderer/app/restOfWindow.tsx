import { useEffect } from 'react';
import type { StoreNotice } from '#shared/domain/storeNotice';
import { storeNoticeWords } from '#shared/domain/storeNoticeWords';
import { type Notice, showNotice, reportProblem } from '../base/notices/notices';
import { bridge } from '../bridge';
import { ClosingGuard } from '../features/editor';
import { ExportDialogs } from '../features/exports';
import {
  ChangesDialog,
  LicencesDialog,
  ShortcutsDialog,
  Tour,
  useDiagnosticsCommand,
} from '../features/help';
import { ImportDialogs } from '../features/imports';
import { Openings } from '../features/openings';
import { Palette } from '../features/palette';
import { PublishingDialogs } from '../features/publishing';
import { SectionsDialog } from '../features/sections';
import { SettingsDialog } from '../features/settings';
import { UpdateDialog } from '../features/updates';
import { say } from '#shared/language/say';

/**
 * Everything beside the list: the story's editor and whatever works on the open article. It is most of the window's
 * script, and the first frame shows none of it, so it is loaded after that (`useRestOfWindow`).
 */
export { EditorPane } from '../features/editor';
export { Inspector } from '../features/inspector';
export { SiteState } from '../features/publishing';
export { StatusBar } from '../features/status';

/** What opens over the window, and what is told of the store. */
export function Dialogs() {
  useStoreNotices();
  useDiagnosticsCommand();
  return (
    <>
      <ImportDialogs />
      <Openings />
      <ExportDialogs />
      <PublishingDialogs />
      <SettingsDialog />
      <SectionsDialog />
      <ShortcutsDialog />
      <ChangesDialog />
      <LicencesDialog />
      <UpdateDialog />
      <Tour />
      <Palette />
      <ClosingGuard />
    </>
  );
}

/** How the banner of each kind looks; on one topic, a later banner replaces an earlier one. */
const looks: Readonly<Record<StoreNotice['kind'], Pick<Notice, 'topic' | 'tone'>>> = {
  disk_full: { topic: 'disk', tone: 'bad' },
  disk_free: { topic: 'disk', tone: 'ok' },
  trouble: { topic: 'trouble', tone: 'warn' },
  recovered: { topic: 'recovered', tone: 'warn' },
  damaged: { topic: 'store_damaged', tone: 'bad' },
  sound: { topic: 'store_damaged', tone: 'ok' },
  sample_desk: { topic: 'sample_desk', tone: 'info' },
  rewritten: { topic: 'rewritten', tone: 'warn' },
};

/** What a notice offers to do. */
function actionOf(notice: StoreNotice): Notice['action'] {
  if (notice.kind === 'damaged')
    return { label: say('Recover now'), run: () => void bridge.app.recover().catch(reportProblem) };
  if (notice.kind !== 'sample_desk') return undefined;
  // Unless the app ends, the offer stays.
  const offerAgain = () => showNotice(storeNoticeOf(notice));
  return {
    label: say('Throw away…'),
    run: () => void bridge.app.throwAwaySampleDesk().then(offerAgain, reportProblem),
  };
}

function storeNoticeOf(notice: StoreNotice): Notice {
  const look = looks[notice.kind];
  const topic = notice.kind === 'trouble' ? notice.failure.code : look.topic;
  const shown: Notice = { ...look, topic, text: storeNoticeWords(notice) };
  const action = actionOf(notice);
  return action ? { ...shown, action } : shown;
}

/** Shows what happened to the store, before this window opened and since. */
export function useStoreNotices(): void {
  useEffect(() => {
    const show = (notice: StoreNotice) => showNotice(storeNoticeOf(notice));
    bridge.app.notices().then((notices) => notices.forEach(show), reportProblem);
    return bridge.on('store.notice', show);
  }, []);
}
