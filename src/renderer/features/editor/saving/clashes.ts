import type { Node } from '@tiptap/pm/model';
import { blockLabel, blockText, toldWords } from '#shared/document/toPlainText';
import type { Article } from '#shared/domain/article';
import { articleFields } from '#shared/domain/fields';
import { fieldWords } from '#shared/domain/fieldWords';
import type { Id } from '#shared/domain/id';
import type { Section } from '#shared/domain/section';
import type { Story, StoryChoice } from '../autosave/story';
import { say } from '#shared/language/say';

/** One field or block that changed here and elsewhere, in words. */
export interface Clash {
  readonly key: string;
  /** "Headline", "Paragraph". */
  readonly title: string;
  /** What the words do not show: that it was moved, or only looks different. */
  readonly note: string;
  /** Null where there was nothing, or it was removed. */
  readonly base: string | null;
  readonly mine: string | null;
  readonly theirs: string | null;
}

interface Texts {
  readonly base: Story;
  readonly mine: Story;
  readonly theirs: Article;
  readonly sections: readonly Section[];
}

type Field = Extract<StoryChoice, { kind: 'field' }>['field'];

export function clashOf(choice: StoryChoice, texts: Texts): Clash {
  return choice.kind === 'field' ? fieldClash(choice.field, texts) : blockClash(choice);
}

function fieldClash(field: Field, { base, mine, theirs, sections }: Texts): Clash {
  const sectionName = (id: Id): string | undefined => sections.find((section) => section.id === id)?.name;
  const words = (story: Omit<Story, 'body'>): string => fieldWords(field, story[field], sectionName);
  return {
    key: field,
    title: articleFields[field].label(),
    note: '',
    base: words(base),
    mine: words(mine),
    theirs: words(theirs),
  };
}

function blockClash({ key, block }: Extract<StoryChoice, { kind: 'block' }>): Clash {
  const { base, ours, theirs, moved } = block;
  const mine = wordsOf(ours);
  const other = wordsOf(theirs);
  const named = base[0] ?? ours[0] ?? theirs[0];
  const places = [moved.ours ? say('Moved here.') : '', moved.theirs ? say('Moved there.') : ''];
  const looks =
    mine === other && !moved.ours && !moved.theirs
      ? say('The words are the same; the formatting differs.')
      : '';
  return {
    key,
    title: named === undefined ? say('Block') : blockLabel(named),
    note: [...places, looks].filter((part) => part !== '').join(' '),
    base: wordsOf(base),
    mine,
    theirs: other,
  };
}

function wordsOf(nodes: readonly Node[]): string | null {
  return nodes.length === 0 ? null : nodes.map(nodeWords).join('\n');
}

/** An image is described by its words, an ad slot by its place. */
function nodeWords(node: Node): string {
  const told = toldWords(node, '\n');
  if (told !== null) return told;
  return node.isTextblock ? blockText(node) : node.children.map(nodeWords).join('\n');
}
