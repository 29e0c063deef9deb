import { EditorContent } from '@tiptap/react';
import { useEffect, useState } from 'react';
import type { OpenArticle } from '../openArticle';
import { setBaseDirection } from '../script/blockDirections';
import { useReadScript, useScript } from '../script/useScript';
import { restEditor, wakeEditor } from './storyEditor';
import { useSearchHits } from './useSearchHits';
import './storyText.css';

interface StoryBodyProps {
  readonly article: OpenArticle;
  readonly readOnly: boolean;
}

/** The text of the story. Typing tells the autosave which document is now on the screen, and nothing more. */
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
    <EditorContent editor={editor} className="story-text" dir={direction} lang={language || undefined} />
  );
}
