import type { LucideIcon } from 'lucide-react';
import { Check, CloudUpload, GitCompareArrows, RefreshCw, TriangleAlert } from 'lucide-react';
import type { ArticleRow } from '#shared/domain/article';

interface SyncMark {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly tone: string;
}

/** How an article stands with its sites, as the list draws it. */
export const syncMarks = {
  none: null,
  synced: { icon: Check, label: 'Sent', tone: 'text-ok' },
  changed: { icon: RefreshCw, label: 'Changed since it was sent', tone: 'text-ink-3' },
  waiting: { icon: CloudUpload, label: 'Waits to be sent', tone: 'text-ink-3' },
  failed: { icon: TriangleAlert, label: 'Could not be sent', tone: 'text-bad' },
  conflict: { icon: GitCompareArrows, label: 'Changed on the site too', tone: 'text-warn' },
} as const satisfies Record<ArticleRow['sync'], SyncMark | null>;
