import { classes } from '#renderer/ui/classes';
import { DiffText } from '#renderer/ui/DiffText';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden';
import type { Difference } from '#shared/domain/cmsAccount';
import { differenceWords } from './differenceWords';

/** One field or block, as it stands on either side. */
export function DifferenceCard({ difference }: { readonly difference: Difference }) {
  const { where, base, ours, theirs } = difference;
  const { title, what, isConflict } = differenceWords(difference);
  return (
    <li className="overflow-hidden rounded-card border border-line">
      <h3 className="flex items-baseline gap-2.5 border-b border-line bg-chrome px-3.5 py-2 font-semibold">
        {title}
        <span className={classes('text-meta font-normal', isConflict ? 'text-warn' : 'text-ink-2')}>
          {what}
        </span>
      </h3>
      <div className="grid grid-cols-2 divide-x divide-line bg-raised max-[480px]:grid-cols-1">
        <section aria-label={`${where}, yours`} className="px-3.5 py-2.5">
          <DiffText base={base} text={ours} />
        </section>
        <section aria-label={`${where}, theirs`} className="px-3.5 py-2.5">
          <DiffText base={base} text={theirs} />
        </section>
      </div>
      {base !== null && (
        <details className="border-t border-line bg-raised px-3.5 py-1.5 text-meta text-ink-2">
          <summary className="min-h-6">
            As both last agreed<VisuallyHidden> on {where}</VisuallyHidden>
          </summary>
          <p
            dir="auto"
            className="selectable py-1 font-story text-list break-words whitespace-pre-wrap text-ink"
          >
            {base}
          </p>
        </details>
      )}
    </li>
  );
}
