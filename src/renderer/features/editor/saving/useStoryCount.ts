import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { useEffect, useState } from 'react';
import { countWords, countWordsOfText } from '#shared/document/countWords';
import { atRest } from '#renderer/base/atRest';
import { useObservable } from '#renderer/base/observable';
import type { OpenArticle } from '../openArticle';

export interface StoryCount {
  readonly words: number;
  readonly characters: number;
  /** Words in the selection. */
  readonly selected: number;
}

const NOTHING: StoryCount = { words: 0, characters: 0, selected: 0 };

/** How much stands in the text. It is counted when the typing rests, so no key press pays for it. */
export function useStoryCount(article: OpenArticle): StoryCount {
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

/** A node never changes, so what was counted of it stays true. */
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
