import { useQuery } from '@tanstack/react-query';
import { Cloud, CloudOff, Plus, CloudUpload } from 'lucide-react';
import { runCommand } from '#renderer/base/commands/commandBus';
import { queries } from '#renderer/base/queries/queries';
import { outboxWords, siteName } from './siteWords';

const look =
  'flex w-full items-center gap-2.5 rounded-control px-1.5 py-1.5 text-left text-ink-2 hover:bg-sunken hover:text-ink';

/** At the foot of the rail: the sites, and what is waiting for them. */
export function SiteState() {
  const accounts = useQuery(queries.accounts).data;
  const state = useQuery(queries.syncState).data;
  if (!accounts || !state) return null;
  const [first, ...others] = accounts;
  if (!first) {
    return (
      <button type="button" className={look} onClick={() => void runCommand('cms.addAccount')}>
        <Plus aria-hidden /> Add account…
      </button>
    );
  }
  const Icon = state.online ? Cloud : CloudOff;
  return (
    <button type="button" className={look} onClick={() => void runCommand('cms.accounts')}>
      <Icon aria-hidden />
      <span className="min-w-0">
        <span className="block one-line leading-4 font-medium">
          {siteName(first)}
          {others.length > 0 && ` and ${others.length} more`}
        </span>
        <span className="block one-line text-meta text-ink-3">{outboxWords(state)}</span>
      </span>
    </button>
  );
}

/** In the status bar: the network, and what is waiting for it. */
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
