import { useEffect, useEffectEvent } from 'react';

/** Hears of the files that are dropped anywhere on the window; the text takes pictures for itself. */
export function useDroppedFiles(onDropped: (files: readonly File[]) => void): void {
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
