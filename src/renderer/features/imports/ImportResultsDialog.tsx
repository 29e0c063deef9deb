import { CircleAlert, CircleCheck } from 'lucide-react';
import { goOn } from '#renderer/base/navigation/focus';
import { useNavigation } from '#renderer/base/navigation/NavigationProvider';
import { Button } from '#renderer/ui/Button';
import { Dialog } from '#renderer/ui/Dialog';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden';
import type { ImportOutcome } from '#shared/contract/operations/imports';
import type { Id } from '#shared/domain/id';
import { importedDraft } from './importedDraft';
import { batchWords, foundWords, leftOutWords } from './importWords';

interface OutcomeRowProps {
  readonly outcome: ImportOutcome;
  readonly onOpen: (id: Id) => void;
}

function OutcomeRow({ outcome, onOpen }: OutcomeRowProps) {
  if (outcome.kind === 'failed') {
    return (
      <>
        <CircleAlert aria-label="Failed" className="mt-0.5 text-bad" />
        <div className="selectable min-w-40 flex-1">
          <div className="font-medium break-words">{outcome.file}</div>
          <div className="text-ink-2">{outcome.failure.message}</div>
        </div>
      </>
    );
  }
  const { summary, file } = outcome;
  return (
    <>
      <CircleCheck aria-label="Imported" className="mt-0.5 text-ok" />
      <div className="min-w-40 flex-1">
        <div dir="auto" className="font-story text-list font-[560] break-words">
          {summary.headline || file}
        </div>
        <div className="text-meta text-ink-2">
          {foundWords(summary)}. {leftOutWords(summary.leftOut)}.
        </div>
      </div>
      <Button onClick={() => onOpen(summary.id)}>
        Open<VisuallyHidden> {summary.headline || file}</VisuallyHidden>
      </Button>
    </>
  );
}

interface ImportResultsDialogProps {
  readonly outcomes: readonly ImportOutcome[];
  readonly onClose: () => void;
}

/** How each file of an import went. */
export function ImportResultsDialog({ outcomes, onClose }: ImportResultsDialogProps) {
  const { revealArticle } = useNavigation();
  const open = (id: Id) => {
    revealArticle(importedDraft(id));
    onClose();
    goOn('editor');
  };
  return (
    <Dialog
      title="Import"
      about={`${batchWords(outcomes)}.`}
      onClose={onClose}
      actions={<Button onClick={onClose}>Done</Button>}
    >
      <ul className="divide-y divide-line">
        {outcomes.map((outcome) => (
          <li
            key={outcome.kind === 'imported' ? outcome.summary.id : outcome.file}
            className="flex flex-wrap items-start gap-3 py-3 first:pt-0"
          >
            <OutcomeRow outcome={outcome} onOpen={open} />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
