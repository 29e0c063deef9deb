import { useQuery } from '@tanstack/react-query';
import { Cloud, CloudOff, Plus, CloudUpload } from 'lucide-react';
import { runCommand } from '#renderer/base/commands/commandBus';
import { queries } from '#renderer/base/queries/queries';
import { say } from '#shared/language/say';
import { outboxWords, siteName } from './siteWords';

const look =
  'flex w-full items-center gap-2.5 rounded-control px-1.5 py-1.5 text-start text-ink-2 hover:bg-sunken hover:text-ink';

/** At the foot of the rail: the sites, and what is waiting for them. */
export function SiteState() {
  const accounts = useQuery(queries.accounts).data;
  const state = useQuery(queries.syncState).data;
  if (!accounts || !state) return null;
  const [first, ...others] = accounts;
  if (!first) {
    return (
      <button type="button" className={look} onClick={() => void runCommand('cms.addAccount')}>
        <Plus aria-hidden /> {say('Add account…')}
      </button>
    );
  }
  const Icon = state.online ? Cloud : CloudOff;
  return (
    <button type="button" className={look} onClick={() => void runCommand('cms.accounts')}>
      <Icon aria-hidden />
      <span className="min-w-0">
        <span className="block one-line leading-4 font-medium">
          {say('{site}{others, plural, =0 {} other { and # more}}', {
            site: siteName(first),
            others: others.length,
          })}
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
