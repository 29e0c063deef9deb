import { useQuery } from '@tanstack/react-query';
import { FileInput } from 'lucide-react';
import { useState } from 'react';
import { queries } from '#renderer/base/queries/queries';
import { StatusButton } from '#renderer/ui/StatusButton';
import { hasGoneWrong } from '#shared/domain/job';
import { newsworthy } from './newsworthyImport';
import { shortImportWords } from './importWords';
import { showImport } from './shownImport';

/** In the status bar: how far the import is. Opens what it has read, with the button that cancels it. */
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
