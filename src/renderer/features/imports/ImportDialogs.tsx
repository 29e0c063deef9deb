import { useEffect, useState } from 'react';
import { useCommand } from '#renderer/base/commands/commandBus';
import { useNavigation } from '#renderer/base/navigation/NavigationProvider';
import { dismissNotice, showNotice } from '#renderer/base/notices/notices';
import { reportProblem } from '#renderer/base/notices/problems';
import { bridge } from '#renderer/bridge';
import type { Id } from '#shared/domain/id';
import type { ImportJob } from '#shared/domain/importJob';
import type { ImportSummary } from '#shared/domain/importReport';
import { ImportJobDialog } from './ImportJobDialog';
import { ImportReportDialog } from './ImportReportDialog';
import { importedDraft } from './importedDraft';
import { batchWords, foundWords, leftOutWords } from './importWords';
import { showImport, useShownImport } from './shownImport';
import { useDroppedFiles } from './useDroppedFiles';
import { tellOfImport, useStartedImports } from './useStartedImports';

/** The topic of the notice after an import. */
const IMPORT = 'import';

function sayImported(summary: ImportSummary): void {
  showNotice({
    topic: IMPORT,
    tone: 'info',
    text: `Imported: ${foundWords(summary)}. ${leftOutWords(summary.leftOut)}.`,
    action: { label: 'Import report', run: () => showImport({ kind: 'report', articleId: summary.id }) },
  });
}

/** Tells of the imports that ended because the app did. */
function useCutShortImports(): void {
  useEffect(() => {
    const tell = (job: ImportJob) =>
      tellOfImport(job, `An import ended when Nutgraf was closed: ${batchWords(job)}.`);
    bridge.imports.cutShort().then((jobs) => jobs.forEach(tell), reportProblem);
  }, []);
}

/** Carries out the import commands, and shows how they go. */
export function ImportDialogs() {
  const { articleId, revealArticle } = useNavigation();
  const shown = useShownImport();
  const [imported, setImported] = useState<Id | null>(null);
  const close = () => showImport(null);

  // What it says is about the imported article, so it goes when another is opened.
  useEffect(() => {
    if (imported !== articleId) dismissNotice(IMPORT);
  }, [imported, articleId]);

  const follow = useStartedImports((summary) => {
    revealArticle(importedDraft(summary.id));
    setImported(summary.id);
    sayImported(summary);
  });
  useCommand('import.files', async () => {
    const job = await bridge.imports.pick();
    if (job !== null) follow(job);
  });
  useDroppedFiles((files) => void bridge.imports.dropped(files).then(follow, reportProblem));
  useCommand('import.report', () => {
    if (articleId !== null) showImport({ kind: 'report', articleId });
  });
  useCutShortImports();

  if (shown?.kind === 'job') return <ImportJobDialog jobId={shown.id} onGoOn={follow} onClose={close} />;
  if (shown?.kind === 'report') return <ImportReportDialog articleId={shown.articleId} onClose={close} />;
  return null;
}
