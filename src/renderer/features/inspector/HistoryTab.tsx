import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Id } from '#shared/domain/id';
import type { RevisionReason, RevisionRow } from '#shared/domain/revision';
import { fullTime } from '#shared/domain/fullTime';
import { bridge } from '#renderer/bridge';
import type { TabProps } from './tabProps';
import { RevisionDialog } from './RevisionDialog';

const reasons: Readonly<Record<RevisionReason, string>> = {
  schedule: 'Kept while you wrote',
  import: 'As it was imported',
  restore: 'Before an earlier one was restored',
  pull: 'Before the site’s text came in',
  send: 'As it was sent',
  stale: 'Gave way to another version',
  manual: 'At “Save now”',
  removal: 'Before a large part was removed or replaced',
  left: 'As the article was left',
  override: 'As it left though it was held',
};

/** The earlier texts of the article, newest first. */
export function HistoryTab({ article, readOnly }: TabProps) {
  const [shown, show] = useState<Id | null>(null);
  const { data: rows = [] } = useQuery({
    queryKey: ['article', article.id, 'revisions'],
    queryFn: () => bridge.revisions.list({ articleId: article.id }),
  });
  return (
    <>
      {rows.length === 0 ? (
        <p className="text-ink-2">
          No earlier text yet. Nutgraf keeps one now and then while you write, before a large part is removed,
          at “Save now” and when you leave the article.
        </p>
      ) : (
        <ul aria-label="Earlier texts" className="-mx-2 flex flex-col gap-0.5">
          {rows.map((row) => (
            <RevisionRowView key={row.id} row={row} onShow={() => show(row.id)} />
          ))}
        </ul>
      )}
      {shown !== null && (
        <RevisionDialog article={article} readOnly={readOnly} revisionId={shown} onClose={() => show(null)} />
      )}
    </>
  );
}

function RevisionRowView({ row, onShow }: { readonly row: RevisionRow; readonly onShow: () => void }) {
  return (
    <li>
      <button
        type="button"
        className="w-full rounded-control px-2 py-1.5 text-left hover:bg-sunken"
        onClick={onShow}
      >
        <span className="flex items-baseline justify-between gap-2">
          <strong className="font-medium">{fullTime(row.createdAt)}</strong>
          <span className="text-meta text-ink-2">{row.wordCount.toLocaleString('en')} words</span>
        </span>
        <span className="block text-meta text-ink-2">{row.note || reasons[row.reason]}</span>
        <span className="block one-line font-story text-ink-2" dir="auto">
          {row.headline || 'No headline'}
        </span>
      </button>
    </li>
  );
}
