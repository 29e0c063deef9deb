import { EditorContent, useEditor } from '@tiptap/react';
import type { Editor, JSONContent } from '@tiptap/react';
import { Node } from '@tiptap/pm/model';
import { useEffect, useRef, useState } from 'react';
import { documentJsonOf } from '#shared/document/document';
import { bodyOf } from '../autosave/story';
import type { Body } from '../autosave/story';
import { FROM_STORE, showDocument } from '../blocks/showDocument';
import type { OpenArticle } from '../openArticles';
import { setBaseDirection } from '../script/blockDirections';
import { useReadScript, useScript } from '../script/useScript';
import { editorExtensions } from './editorExtensions';
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
  const shown = useRef(opened);
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
    onUpdate: ({ editor, transaction }) => {
      if (transaction.getMeta(FROM_STORE) === true) return;
      const { doc } = editor.state;
      shown.current = bodyOf(() => documentJsonOf(doc));
      autosave.edit({ body: shown.current });
    },
  });

  useEffect(() => {
    article.editor.set(() => editor);
    return () => article.editor.set((now) => (now === editor ? null : now));
  }, [article, editor]);
  useEffect(() => editor.setEditable(!readOnly, false), [editor, readOnly]);
  useEffect(() => {
    const follow = (): void => {
      const { body } = autosave.state().story;
      if (body === shown.current) return;
      shown.current = body;
      showBody(editor, body);
    };
    follow();
    return autosave.subscribe(follow);
  }, [autosave, editor]);

  useSearchHits(editor);
  useReadScript(article, editor);
  const { direction, language } = useScript(article);
  useEffect(() => setBaseDirection(editor, direction), [editor, direction]);
  return (
    <EditorContent editor={editor} className="story-text" dir={direction} lang={language || undefined} />
  );
}

function showBody(editor: Editor, body: Body): void {
  const transaction = showDocument(editor.state, Node.fromJSON(editor.schema, body.json()));
  if (transaction) editor.view.dispatch(transaction);
}

function takeImages({ editor }: OpenArticle, files: readonly File[], position?: number): boolean {
  const open = editor.get();
  if (!open?.isEditable || files.length === 0) return false;
  void insertImages(open, files, position);
  return true;
}
