import { useEffect, useState } from 'react';
import { useCommand } from '#renderer/base/commands/commandBus';
import { useNavigation } from '#renderer/base/navigation/NavigationProvider';
import { dismissNotice, showNotice } from '#renderer/base/notices/notices';
import { bridge } from '#renderer/bridge';
import type { ImportOutcome } from '#shared/contract/operations/imports';
import type { Id } from '#shared/domain/id';
import type { ImportSummary } from '#shared/domain/importReport';
import { ImportReportDialog } from './ImportReportDialog';
import { ImportResultsDialog } from './ImportResultsDialog';
import { importedDraft } from './importedDraft';
import { foundWords, leftOutWords } from './importWords';
import { useDroppedFiles } from './useDroppedFiles';

type Open =
  | { readonly kind: 'results'; readonly outcomes: readonly ImportOutcome[] }
  | { readonly kind: 'report'; readonly articleId: Id };

/** The topic of the notice after an import. */
const IMPORT = 'import';

function sayImported(summary: ImportSummary, onReport: () => void): void {
  showNotice({
    topic: IMPORT,
    tone: 'info',
    text: `Imported: ${foundWords(summary)}. ${leftOutWords(summary.leftOut)}.`,
    action: { label: 'Import report', run: onReport },
  });
}

/** Carries out the import commands, and shows how they went. */
export function ImportDialogs() {
  const { articleId, revealArticle } = useNavigation();
  const [open, setOpen] = useState<Open | null>(null);
  const [imported, setImported] = useState<Id | null>(null);
  const close = () => setOpen(null);

  // What it says is about the imported article, so it goes when another is opened.
  useEffect(() => {
    if (imported !== articleId) dismissNotice(IMPORT);
  }, [imported, articleId]);

  const show = (outcomes: readonly ImportOutcome[]): void => {
    const [first, ...others] = outcomes;
    if (!first) return;
    if (others.length > 0 || first.kind === 'failed') {
      setOpen({ kind: 'results', outcomes });
      return;
    }
    const articleId = first.summary.id;
    revealArticle(importedDraft(articleId));
    setImported(articleId);
    sayImported(first.summary, () => setOpen({ kind: 'report', articleId }));
  };
  useCommand('import.files', async () => show(await bridge.imports.pick()));
  useDroppedFiles(show);
  useCommand('import.report', () => {
    if (articleId !== null) setOpen({ kind: 'report', articleId });
  });

  if (open?.kind === 'results') return <ImportResultsDialog outcomes={open.outcomes} onClose={close} />;
  if (open?.kind === 'report') return <ImportReportDialog articleId={open.articleId} onClose={close} />;
  return null;
}
