import type { Editor } from '@tiptap/core';
import type { EditorView } from '@tiptap/pm/view';
import { EditorContent } from '@tiptap/react';
import { useEffect, useState, useMemo, type CSSProperties } from 'react';
import { atRest } from '#renderer/base/atRest';
import { useNavigation } from '#renderer/base/navigation/NavigationProvider';
import { hitsIn, searchTerms } from '#shared/domain/searchQuery';
import type { SearchTerm } from '#shared/domain/searchQuery';
import type { OpenArticle } from '../openArticle';
import { setBaseDirection } from '../script/blockDirections';
import { useReadScript, useScript } from '../script/useScript';
import { restEditor, wakeEditor } from './storyEditor';
import './storyText.css';
import { say } from '#shared/language/say';

interface StoryBodyProps {
  readonly article: OpenArticle;
  readonly readOnly: boolean;
}

/** The text of the story. Typing tells the autosave which document is on the screen, and nothing more. */
export function StoryBody({ article, readOnly }: StoryBodyProps) {
  const [editor] = useState(() => wakeEditor(article));
  useEffect(() => {
    wakeEditor(article);
    article.editor.set(() => editor);
    return () => {
      article.editor.set((now) => (now === editor ? null : now));
      restEditor(article);
    };
  }, [article, editor]);
  useEffect(() => editor.setEditable(!readOnly, false), [editor, readOnly]);

  useSearchHits(editor);
  useReadScript(article, editor);
  const { direction, language } = useScript(article);
  useEffect(() => setBaseDirection(editor, direction), [editor, direction]);
  return (
    <EditorContent
      editor={editor}
      className="story-text"
      style={placeholder()}
      dir={direction}
      lang={language || undefined}
    />
  );
}

/** What the style sheet shows in a text without words. */
const placeholder = (): CSSProperties & { readonly '--story-placeholder': string } => ({
  '--story-placeholder': JSON.stringify(say('Write the story')),
});

/** The name that the style sheet uses for the highlights. */
const NAME = 'search-hit';

/**
 * Highlights in the text what the list is searched for. They are the browser's own highlights: the text's elements
 * stay as they are, so nothing being written is redrawn, and they are computed when the typing rests.
 */
function useSearchHits(editor: Editor): void {
  const { query } = useNavigation();
  const terms = useMemo(() => searchTerms(query), [query]);
  useEffect(() => {
    if (terms.length === 0) return undefined;
    const { ask, stop } = atRest(() => {
      CSS.highlights.set(NAME, new Highlight(...rangesIn(editor.view, terms)));
    });
    editor.on('update', ask);
    return () => {
      stop();
      editor.off('update', ask);
      CSS.highlights.delete(NAME);
    };
  }, [editor, terms]);
}

/** In a textblock, a position is a code unit, and a line break counts as one too. */
function rangesIn(view: EditorView, terms: readonly SearchTerm[]): readonly Range[] {
  const ranges: Range[] = [];
  view.state.doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, undefined, '\n');
    for (const { from, to } of hitsIn(text, terms)) {
      ranges.push(rangeOf(view, position + 1 + from, position + 1 + to));
    }
    return false;
  });
  return ranges;
}

function rangeOf(view: EditorView, from: number, to: number): Range {
  const [start, end] = [view.domAtPos(from, 1), view.domAtPos(to, -1)];
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}
