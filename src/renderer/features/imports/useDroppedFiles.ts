import { useEffect, useEffectEvent } from 'react';
import { reportProblem } from '#renderer/base/notices/problems';
import { bridge } from '#renderer/bridge';
import type { ImportOutcome } from '#shared/contract/operations/imports';
import { IMPORT_LIMIT } from '#shared/domain/importLimit';

/** Imports the files that are dropped anywhere on the window; the text takes pictures for itself. */
export function useDroppedFiles(onImported: (outcomes: readonly ImportOutcome[]) => void): void {
  const imported = useEffectEvent(onImported);
  useEffect(() => {
    const stop = new AbortController();
    const allow = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
    };
    const take = (event: DragEvent): void => {
      const files = [...(event.dataTransfer?.files ?? [])];
      if (event.defaultPrevented || files.length === 0) return;
      event.preventDefault();
      importAll(files).then(imported, reportProblem);
    };
    window.addEventListener('dragover', allow, { signal: stop.signal });
    window.addEventListener('drop', take, { signal: stop.signal });
    return () => stop.abort();
  }, []);
}

async function importAll(files: readonly File[]): Promise<readonly ImportOutcome[]> {
  const outcomes: ImportOutcome[] = [];
  for (const file of files) {
    const start = await file.slice(0, IMPORT_LIMIT + 1).arrayBuffer();
    outcomes.push(await bridge.imports.dropped({ name: file.name, bytes: new Uint8Array(start) }));
  }
  return outcomes;
}
