import { EditorContent, useEditor } from '@tiptap/react';
import type { JSONContent } from '@tiptap/react';
import { useEffect, useState } from 'react';
import type { OpenArticle } from '../openArticles';
import { setBaseDirection } from '../script/blockDirections';
import { useReadScript, useScript } from '../script/useScript';
import { editorExtensions } from './editorExtensions';
import { followStory } from './followStory';
import { insertImages } from './imageFiles';
import { imagesMeantIn } from './pastedImages';
import { useSearchHits } from './useSearchHits';
import './storyText.css';

interface StoryBodyProps {
  readonly article: OpenArticle;
  readonly readOnly: boolean;
}

const attributes = {
  role: 'textbox',
  'aria-multiline': 'true',
  'aria-label': 'Story text',
  // Read-only, it is still gone to: it is read, and scrolled, by keys.
  tabindex: '0',
  'data-pane-focus': '',
  class: 'story-body',
};

/** The text of the story. Typing tells the autosave which document is now on the screen, and nothing more. */
export function StoryBody({ article, readOnly }: StoryBodyProps) {
  const { autosave } = article;
  const [opened] = useState(() => autosave.state().story.body);
  const editor = useEditor({
    extensions: editorExtensions,
    content: opened.json() as JSONContent,
    editable: !readOnly,
    injectCSS: false,
    // What is typed is formatted by our own rules, and of what is pasted only whole addresses are.
    enableInputRules: false,
    enablePasteRules: ['link'],
    editorProps: {
      attributes,
      handlePaste: (_view, event) => takeImages(article, imagesMeantIn(event.clipboardData)),
      handleDrop: (view, event, _slice, moved) => {
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
        return !moved && takeImages(article, imagesMeantIn(event.dataTransfer), at?.pos);
      },
    },
  });

  useEffect(() => {
    article.editor.set(() => editor);
    return () => article.editor.set((now) => (now === editor ? null : now));
  }, [article, editor]);
  useEffect(() => editor.setEditable(!readOnly, false), [editor, readOnly]);
  useEffect(() => followStory(editor, autosave, opened), [editor, autosave, opened]);

  useSearchHits(editor);
  useReadScript(article, editor);
  const { direction, language } = useScript(article);
  useEffect(() => setBaseDirection(editor, direction), [editor, direction]);
  return (
    <EditorContent editor={editor} className="story-text" dir={direction} lang={language || undefined} />
  );
}

function takeImages({ editor }: OpenArticle, files: readonly File[], position?: number): boolean {
  const open = editor.get();
  if (!open?.isEditable || files.length === 0) return false;
  void insertImages(open, files, position);
  return true;
}
