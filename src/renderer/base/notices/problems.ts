import { toFailure } from '#shared/domain/failure';
import { showNotice } from './notices';

/** Shows what was thrown over the panes, in the words of its failure; the same words are shown once. */
export function reportProblem(thrown: unknown): void {
  const { message } = toFailure(thrown);
  showNotice({ topic: message, tone: 'bad', text: message });
}
