import { Fragment } from 'react';
import type { ArticleRow } from '#shared/domain/article';
import { lineDirection, mostlyWritten } from '#shared/domain/direction';
import type { Section } from '#shared/domain/section';
import type { Time } from '#shared/domain/id';
import { hitsIn, type SearchTerm } from '#shared/domain/searchQuery';
import { useLanguage } from '#renderer/base/useLanguage';
import { relativeTime } from '#renderer/base/time';
import { classes } from '#renderer/ui/classes';
import { ColourSquare } from '#renderer/ui/ColourSquare';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden';
import {
  type LucideIcon,
  Check,
  CloudUpload,
  GitCompareArrows,
  RefreshCw,
  TriangleAlert,
} from 'lucide-react';
import { say, saying } from '#shared/language/say';

interface ArticleListRowProps {
  readonly row: ArticleRow;
  readonly section: Section | undefined;
  readonly now: Time;
  /** The current search, highlighted. */
  readonly terms: readonly SearchTerm[];
}

function SyncSign({ sync }: Pick<ArticleRow, 'sync'>) {
  const mark = syncMarks[sync];
  if (mark === null) return null;
  const { icon: Icon, label, tone } = mark;
  return (
    <span title={label()} className={classes('flex', tone)}>
      <Icon aria-hidden className="!size-3.5" />
      <VisuallyHidden>{label()}, </VisuallyHidden>
    </span>
  );
}

/** As above the text: the article's direction if one is set, or else that of its words. */
const headlineDirection = ({ direction, headline, summary }: ArticleRow) =>
  lineDirection(headline, direction, mostlyWritten(summary) ?? 'ltr');

/** What a list shows of an article. */
export function ArticleListRow({ row, section, now, terms }: ArticleListRowProps) {
  const language = useLanguage(row.language, `${row.summary}. ${row.headline}`);
  return (
    <div className="space-y-1">
      <div className="flex items-center gap-1.5 text-meta text-ink-2">
        <ColourSquare colour={section?.colour} />
        <span className="min-w-0 flex-1 one-line">{section?.name ?? say('No section')}</span>
        <time className="text-ink-3 tabular-nums" dateTime={new Date(row.updatedAt).toISOString()}>
          {relativeTime(row.updatedAt, now)}
        </time>
      </div>
      <div
        dir={headlineDirection(row)}
        lang={language || undefined}
        className={classes(
          'two-lines font-story text-list font-[560] break-words',
          row.headline === '' && 'text-ink-3 italic',
        )}
      >
        {row.headline === '' ? (
          say('No headline yet')
        ) : (
          <Marked text={row.headline} hits={hitsIn(row.headline, terms)} />
        )}
      </div>
      {row.summary !== '' && (
        <div dir="auto" lang={language || undefined} className="one-line text-meta text-ink-2">
          <Marked text={row.summary} hits={hitsIn(row.summary, terms)} />
        </div>
      )}
      <div className="flex items-center gap-1.5 text-meta text-ink-3">
        <SyncSign sync={row.sync} />
        {say('{count, plural, one {# word} other {# words}}', { count: row.wordCount })}
      </div>
    </div>
  );
}

interface SyncMark {
  readonly icon: LucideIcon;
  readonly label: () => string;
  readonly tone: string;
}

/** An article's sync state, as the list draws it. */
const syncMarks = {
  none: null,
  synced: { icon: Check, label: saying('Sent'), tone: 'text-ok' },
  changed: { icon: RefreshCw, label: saying('Changed since it was sent'), tone: 'text-ink-3' },
  waiting: { icon: CloudUpload, label: saying('Waiting to be sent'), tone: 'text-ink-3' },
  failed: { icon: TriangleAlert, label: saying('Sending failed'), tone: 'text-bad' },
  conflict: { icon: GitCompareArrows, label: saying('Changed here and on the site'), tone: 'text-warn' },
} as const satisfies Record<ArticleRow['sync'], SyncMark | null>;

interface MarkedProps {
  readonly text: string;
  /** What is marked, in order and without overlap; UTF-16 code units. */
  readonly hits: readonly { readonly from: number; readonly to: number }[];
}

/** A text with search hits highlighted. */
function Marked({ text, hits }: MarkedProps) {
  const ends = [0, ...hits.map(({ to }) => to)];
  return (
    <>
      {hits.map(({ from, to }, index) => (
        <Fragment key={from}>
          {text.slice(ends[index], from)}
          <mark className="rounded-small bg-mark text-ink">{text.slice(from, to)}</mark>
        </Fragment>
      ))}
      {text.slice(ends.at(-1))}
    </>
  );
}
