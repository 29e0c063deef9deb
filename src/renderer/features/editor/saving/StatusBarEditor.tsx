import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Check, CircleAlert, CircleDashed, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { atRest } from '#renderer/base/atRest';
import { useObservable } from '#renderer/base/observable';
import { assertNever } from '#shared/domain/failure';
import { readingMinutes, countWords, countWordsOfText } from '#shared/document/countWords';
import type { Time } from '#shared/domain/id';
import { clockTime } from '../../../../shared/domain/fullTime';
import { useOpenArticle } from '../useOpenArticle';
import type { OpenArticle } from '../openArticle';
import { useSavedState } from './useSavedState';
import type { SavedState as Saved } from './useSavedState';
import { say } from '#shared/language/say';

/** The editor's part of the status bar: what is safe, and how much was written. */
export function StatusBarEditor() {
  const article = useOpenArticle();
  if (!article) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 whitespace-nowrap" key={article.id}>
      <SavedState article={article} />
      <Counts article={article} />
    </div>
  );
}

function SavedState({ article }: { readonly article: OpenArticle }) {
  const { kind, savedAt } = useSavedState(article);
  const { icon, words, look } = saidOf(kind, savedAt);
  return (
    <span className={`flex items-center gap-1.5 ${look}`} data-testid="saved-state" data-saving={kind}>
      {icon}
      {words}
    </span>
  );
}

interface Said {
  readonly icon: ReactNode;
  readonly words: string;
  readonly look: string;
}

function saidOf(kind: Saved['kind'], savedAt: Time | null): Said {
  switch (kind) {
    case 'settled':
      return {
        icon: <Check aria-hidden />,
        words: savedAt === null ? say('Saved') : say('Saved {time}', { time: clockTime(savedAt) }),
        look: 'text-ok',
      };
    case 'saving':
      return { icon: <CircleDashed aria-hidden />, words: say('Saving…'), look: 'text-ink-2' };
    case 'failing':
      return { icon: <CircleAlert aria-hidden />, words: say('Not saved, trying again'), look: 'text-bad' };
    case 'conflict':
      return {
        icon: <TriangleAlert aria-hidden />,
        words: say('Not saved: choose a version'),
        look: 'text-warn',
      };
    default:
      return assertNever(kind);
  }
}

function Counts({ article }: { readonly article: OpenArticle }) {
  const { words, characters, selected } = useStoryCount(article);
  return (
    <>
      <span>
        {say('{count, plural, one {# word} other {# words}} · {minutes, number} min', {
          count: words,
          minutes: readingMinutes(words),
        })}
      </span>
      <span className="max-[1100px]:hidden">
        {say('{count, plural, one {# character} other {# characters}}', { count: characters })}
      </span>
      {selected > 0 && <span>{say('Selection {count, number}', { count: selected })}</span>}
    </>
  );
}

interface StoryCount {
  readonly words: number;
  readonly characters: number;
  /** Words in the selection. */
  readonly selected: number;
}

const NOTHING: StoryCount = { words: 0, characters: 0, selected: 0 };

/** The size of the text. It is counted when the typing rests, so no key press pays for it. */
function useStoryCount(article: OpenArticle): StoryCount {
  const editor = useObservable(article.editor);
  const [count, setCount] = useState(NOTHING);
  useEffect(() => {
    if (!editor) return undefined;
    const { ask, stop } = atRest(() => setCount(countOf(editor)));
    editor.on('transaction', ask);
    return () => {
      stop();
      editor.off('transaction', ask);
    };
  }, [editor]);
  return count;
}

function countOf({ state: { doc, selection } }: Editor): StoryCount {
  const { from, to, empty } = selection;
  return {
    words: countWords(doc),
    characters: charactersOf(doc),
    selected: empty ? 0 : countWordsOfText(doc.textBetween(from, to, ' ', ' ')),
  };
}

/** A node never changes, so its count can be cached. */
const counted = new WeakMap<Node, number>();

function charactersOf(doc: Node): number {
  let characters = 0;
  doc.forEach((block) => {
    const known = counted.get(block) ?? block.textContent.length;
    counted.set(block, known);
    characters += known;
  });
  return characters;
}
