import { useQuery } from '@tanstack/react-query';
import { CircleArrowUp } from 'lucide-react';
import { queries } from '#renderer/base/queries/queries';
import { StatusButton } from '#renderer/ui/StatusButton';
import { openUpdateDialog } from './updateDialogOpen';
import { shortUpdateWords } from './updateWords';

/** In the status bar: a newer version, and how far it is. Opens what is new. */
export function UpdateStatus() {
  const state = useQuery(queries.update).data;
  const words = state ? shortUpdateWords(state) : null;
  if (!state || words === null) return null;
  return (
    <StatusButton
      icon={CircleArrowUp}
      words={words}
      isWrong={state.kind === 'failed'}
      onOpen={openUpdateDialog}
    />
  );
}
