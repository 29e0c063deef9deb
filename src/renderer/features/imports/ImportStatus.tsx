import { useQuery } from '@tanstack/react-query';
import { FileInput } from 'lucide-react';
import { useState } from 'react';
import { queries } from '#renderer/base/queries/queries';
import { StatusButton } from '#renderer/ui/StatusButton';
import { hasGoneWrong } from '#shared/domain/job';
import { shortImportWords, newsworthy } from './importWords';
import { showImport } from './useStartedImports';

/** In the status bar: the progress of the import. Opens its dialog, with the button that cancels it. */
export function ImportStatus() {
  const [openedAt] = useState(() => Date.now());
  const job = newsworthy(useQuery(queries.imports).data ?? [], openedAt);
  if (!job) return null;
  return (
    <StatusButton
      icon={FileInput}
      words={shortImportWords(job)}
      isWrong={hasGoneWrong(job)}
      onOpen={() => showImport({ kind: 'job', id: job.id })}
    />
  );
}
