import { useEffect, useState, useEffectEvent } from 'react';
import { useCommand } from '#renderer/base/commands/commandBus';
import { useNavigation } from '#renderer/base/navigation/NavigationProvider';
import { dismissNotice, showNotice, reportProblem } from '#renderer/base/notices/notices';
import { bridge } from '#renderer/bridge';
import type { Id } from '#shared/domain/id';
import type { ImportJob } from '#shared/domain/importJob';
import type { ImportSummary } from '#shared/domain/importReport';
import { say } from '#shared/language/say';
import { ImportJobDialog, importedDraft } from './ImportJobDialog';
import { ImportReportDialog } from './ImportReportDialog';
import { batchWords, foundWords, leftOutWords } from './importWords';
import { tellOfImport, useStartedImports, showImport, useShownImport } from './useStartedImports';

/** The topic of the notice after an import. */
const IMPORT = 'import';

function sayImported(summary: ImportSummary): void {
  showNotice({
    topic: IMPORT,
    tone: 'info',
    text: say('Imported: {found}. {leftOut}.', {
      found: foundWords(summary),
      leftOut: leftOutWords(summary.leftOut),
    }),
    action: { label: say('Import report'), run: () => showImport({ kind: 'report', articleId: summary.id }) },
  });
}

/** Reports imports that stopped because the app was closed. */
function useCutShortImports(): void {
  useEffect(() => {
    const tell = (job: ImportJob) =>
      tellOfImport(
        job,
        say('An import stopped when Nutgraf was closed: {result}.', { result: batchWords(job) }),
      );
    bridge.imports.cutShort().then((jobs) => jobs.forEach(tell), reportProblem);
  }, []);
}

/** Receives files dropped anywhere on the window; the text takes images for itself. */
function useDroppedFiles(onDropped: (files: readonly File[]) => void): void {
  const dropped = useEffectEvent(onDropped);
  useEffect(() => {
    const stop = new AbortController();
    const allow = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
    };
    const take = (event: DragEvent): void => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (event.defaultPrevented || files.length === 0) return;
      event.preventDefault();
      dropped(files);
    };
    window.addEventListener('dragover', allow, { signal: stop.signal });
    window.addEventListener('drop', take, { signal: stop.signal });
    return () => stop.abort();
  }, []);
}

/** Handles the import commands, and shows their progress. */
export function ImportDialogs() {
  const { articleId, revealArticle } = useNavigation();
  const shown = useShownImport();
  const [imported, setImported] = useState<Id | null>(null);
  const close = () => showImport(null);

  // It is about the imported article, so it goes when another is opened.
  useEffect(() => {
    if (imported !== articleId) dismissNotice(IMPORT);
  }, [imported, articleId]);

  const follow = useStartedImports((summary) => {
    revealArticle(importedDraft(summary.id));
    setImported(summary.id);
    sayImported(summary);
  });
  const followAny = (job: ImportJob | null): void => {
    if (job !== null) follow(job);
  };
  useCommand('import.files', async () => followAny(await bridge.imports.pick()));
  useDroppedFiles((files) => void bridge.imports.dropped(files).then(followAny, reportProblem));
  useCommand('import.report', () => {
    if (articleId !== null) showImport({ kind: 'report', articleId });
  });
  useCutShortImports();

  if (shown?.kind === 'job') return <ImportJobDialog jobId={shown.id} onGoOn={follow} onClose={close} />;
  if (shown?.kind === 'report') return <ImportReportDialog articleId={shown.articleId} onClose={close} />;
  return null;
}
