import { useEffect, useRef } from 'react';
import { dismissNotice, type Notice, reportProblem, showNotice } from '#renderer/base/notices/notices';
import { bridge } from '#renderer/bridge';
import type { UpdateState } from '#shared/domain/update';
import { say } from '#shared/language/say';
import { openUpdateDialog } from './updateDialogOpen';
import { updateWords } from './updateWords';

const TOPIC = 'update';

/** What is worth a notice where no dialog shows it; null for what comes to pass by itself, or is no news. */
function noticeOf(state: UpdateState): Notice | null {
  const whatIsNew = { label: say('What is new'), run: openUpdateDialog };
  switch (state.kind) {
    case 'available':
      return {
        topic: TOPIC,
        tone: 'info',
        text: say('Nutgraf {version} is out.', { version: state.offer.version }),
        action: whatIsNew,
      };
    case 'failed':
      return { topic: TOPIC, tone: 'warn', text: updateWords(state) };
    case 'ready': {
      const words = say('Nutgraf {version}: {state}', {
        version: state.offer.version,
        state: updateWords(state),
      });
      const restart = {
        label: say('Restart now'),
        run: () => void bridge.updates.restart().catch(reportProblem),
      };
      const stop = {
        label: say('Do not restart'),
        run: () => void bridge.updates.cancel().catch(reportProblem),
      };
      return { topic: TOPIC, tone: 'info', text: words, action: state.waitsFor === null ? restart : stop };
    }
    default:
      return null;
  }
}

/**
 * Shows over the panes what became of an update, once, unless the dialog is open and says it. A notice that was
 * dismissed comes back only when there is something else to say.
 */
export function useUpdateNotices(state: UpdateState | undefined, isOpen: boolean): void {
  const told = useRef('');
  useEffect(() => {
    const notice = state && noticeOf(state);
    const news = notice ? notice.text : '';
    if (news === '' || isOpen) dismissNotice(TOPIC);
    else if (notice && news !== told.current) showNotice(notice);
    told.current = news;
  }, [state, isOpen]);
}
