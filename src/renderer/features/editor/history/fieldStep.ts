import type { Node } from '@tiptap/pm/model';
import { Step, StepMap, StepResult } from '@tiptap/pm/transform';
import type { Story } from '../autosave/story';

/** What an article has beside its body. */
export type StoryField = Exclude<keyof Story, 'body'>;
type Value = Story[StoryField];

/**
 * A change of one of the article's fields, as a step of the story's history. It leaves the document as it is: by it
 * the fields and the text have one history, in which everything is taken back in the order in which it was done.
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
