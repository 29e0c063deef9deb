import { redoDepth } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import { Step, StepMap, StepResult } from '@tiptap/pm/transform';
import type { Story } from '../autosave/story';
import type { OpenArticle } from '../openArticle';
import type { TypedChange } from './typingBursts';
import { TYPED } from './wordsInHistory';

/** Whether something was undone that any new change would put out of reach of redo. */
export function canRedo({ editor }: OpenArticle): boolean {
  const open = editor.get();
  return open !== null && redoDepth(open.state) > 0;
}

export type FieldChange = Partial<Omit<Story, 'body'>>;

/**
 * Changes fields of the article as a user does: saved like typing in the text, and undone in its turn. `typed`: how
 * it was typed; without it the change is undone separately.
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

/** What an article has besides its body. */
export type StoryField = Exclude<keyof Story, 'body'>;
type Value = Story[StoryField];

/**
 * A change of one of the article's fields, as a step of the story's history. It does not change the document: it
 * gives the fields and the text one history, in which everything is undone in order.
 */
export class FieldStep extends Step {
  constructor(
    readonly field: StoryField,
    readonly was: Value,
    readonly becomes: Value,
  ) {
    super();
  }

  override apply(doc: Node): StepResult {
    return StepResult.ok(doc);
  }

  override getMap(): StepMap {
    return StepMap.empty;
  }

  override invert(): FieldStep {
    return new FieldStep(this.field, this.becomes, this.was);
  }

  override map(): FieldStep {
    return this;
  }

  override merge(next: Step): FieldStep | null {
    if (!(next instanceof FieldStep) || next.field !== this.field || next.was !== this.becomes) return null;
    return new FieldStep(this.field, this.was, next.becomes);
  }

  override toJSON(): object {
    const { field, was, becomes } = this;
    return { stepType: 'articleField', field, was, becomes };
  }
}
