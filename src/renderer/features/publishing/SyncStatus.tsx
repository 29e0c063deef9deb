import { useQuery } from '@tanstack/react-query';
import { Cloud, CloudOff, CloudUpload } from 'lucide-react';
import { queries } from '#renderer/base/queries/queries';
import { outboxWords } from './syncWords';

/** In the status bar: the network, and what waits for it. */
export function SyncStatus() {
  const state = useQuery(queries.syncState).data;
  if (!state) return null;
  const Icon = state.online ? (state.waiting > 0 ? CloudUpload : Cloud) : CloudOff;
  return (
    <span role="status" className="flex items-center gap-1.5">
      <Icon aria-hidden className="!size-3.5" />
      {outboxWords(state)}
    </span>
  );
}
