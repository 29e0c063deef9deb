import { redoDepth } from '@tiptap/pm/history';
import type { Story } from '../autosave/story';
import type { OpenArticle } from '../openArticle';
import { FieldStep } from './fieldStep';
import type { StoryField } from './fieldStep';
import type { TypedChange } from './typingBursts';
import { TYPED } from './wordsInHistory';

/** Whether something was taken back that any new change would put out of reach. */
export function canRedo({ editor }: OpenArticle): boolean {
  const open = editor.get();
  return open !== null && redoDepth(open.state) > 0;
}

export type FieldChange = Partial<Omit<Story, 'body'>>;

/**
 * Changes fields of the article as a person does: saved as what is typed in the text is, and taken back in its turn.
 * `typed`: how it was typed; without it the change is taken back alone.
 */
export function changeFields(
  article: OpenArticle,
  change: FieldChange,
  typed: TypedChange | null = null,
): void {
  const { story } = article.autosave.state();
  const editor = article.editor.get();
  article.autosave.edit(change);
  if (!editor) return;
  const { tr } = editor.state;
  for (const field of Object.keys(change) as StoryField[]) {
    const becomes = change[field];
    if (becomes !== undefined) tr.step(new FieldStep(field, story[field], becomes));
  }
  if (typed) tr.setMeta(TYPED, typed);
  editor.view.dispatch(tr);
}
