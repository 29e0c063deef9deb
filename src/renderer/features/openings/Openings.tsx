import { useEffect, useEffectEvent, useState } from 'react';
import { goOn } from '#renderer/base/navigation/focus';
import { useNavigation } from '#renderer/base/navigation/NavigationProvider';
import { reportProblem, showNotice } from '#renderer/base/notices/notices';
import { bridge } from '#renderer/bridge';
import { showExports } from '#renderer/features/exports';
import { followImport, showImport } from '#renderer/features/imports';
import { showInspectorTab } from '#renderer/features/inspector';
import type { AddressDraft } from '#shared/domain/appAddress';
import { NutgrafError, assertNever } from '#shared/domain/failure';
import type { Opening } from '#shared/domain/opening';
import { say } from '#shared/language/say';
import { ProposedArticle } from './ProposedArticle';

type Known = Extract<Opening, { readonly kind: 'known' }>;

function sayKnown({ file, again, article }: Known): void {
  showNotice({
    topic: `openings.known.${article.id}`,
    tone: 'info',
    text: say('“{file}” was imported before, and has not changed since. This is its article.', { file }),
    action: {
      label: say('Import again'),
      run: () => void bridge.openings.again({ id: again }).then(followImport, reportProblem),
    },
  });
}

/** Returns what shows one of them. */
function useShow(onProposed: (draft: AddressDraft) => void): (opening: Opening) => void {
  const { revealArticle } = useNavigation();
  return (opening: Opening): void => {
    switch (opening.kind) {
      case 'article':
        revealArticle(opening.article);
        return goOn('editor');
      case 'known':
        revealArticle(opening.article);
        sayKnown(opening);
        return goOn('editor');
      case 'sites':
        revealArticle(opening.article);
        showInspectorTab('publish');
        return goOn('editor');
      case 'job':
        return opening.job.kind === 'import'
          ? showImport({ kind: 'job', id: opening.job.id })
          : showExports();
      case 'import':
        return followImport(opening.job);
      case 'new':
        return onProposed(opening.draft);
      case 'refused': {
        const { code, message, detail } = opening.failure;
        return reportProblem(new NutgrafError(code, message, detail));
      }
      default:
        return assertNever(opening);
    }
  };
}

/** Shows in this window what the system, a link or main's menu asked for. */
export function Openings() {
  const { revealArticle } = useNavigation();
  const [proposed, setProposed] = useState<readonly AddressDraft[]>([]);

  const show = useShow((draft) => setProposed((now) => [...now, draft]));
  const take = useEffectEvent(() => {
    bridge.openings.take().then((openings) => openings.forEach(show), reportProblem);
  });
  useEffect(() => {
    take();
    return bridge.on('openings.waiting', take);
  }, []);

  const [draft] = proposed;
  if (draft === undefined) return null;
  const next = () => setProposed((now) => now.slice(1));
  return (
    <ProposedArticle
      // The next one may say the same.
      key={proposed.length}
      draft={draft}
      onMade={(article) => {
        next();
        revealArticle(article);
        goOn('editor');
      }}
      onClose={next}
    />
  );
}
