import type { EditorEvents } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import { Editor } from '@tiptap/react';
import type { JSONContent } from '@tiptap/react';
import { closeHistory } from '@tiptap/pm/history';
import { Selection, TextSelection } from '@tiptap/pm/state';
import type { RunningAutosave } from '../autosave/runAutosave';
import { bodyOf } from '../autosave/story';
import type { Body } from '../autosave/story';
import { FROM_STORE, showDocument } from '../blocks/showDocument';
import { removesMuch } from '../history/removesMuch';
import { imagesMeantIn } from '../paste/pastedPictures';
import { openArticles } from '../useOpenArticle';
import type { OpenArticle } from '../openArticle';
import { followFields } from '../history/stepHistory';
import { editorExtensions } from './editorExtensions';
import { insertImages } from './imageFiles';
import { say } from '#shared/language/say';

const attributes = () => ({
  role: 'textbox',
  'aria-multiline': 'true',
  'aria-label': say('Story text'),
  // Even when read-only it takes the focus: it is read, and scrolled, with keys.
  tabindex: '0',
  'data-pane-focus': '',
  class: 'story-body',
});

/** The editor of an article for as long as the window keeps it: off screen it has no view, but keeps its history. */
interface StoryEditor {
  readonly editor: Editor;
  rest: ReturnType<typeof setTimeout> | undefined;
}

const editors = new WeakMap<OpenArticle, StoryEditor>();

/** The article's editor, with a view that can be shown. */
export function wakeEditor(article: OpenArticle): Editor {
  const known = editors.get(article) ?? { editor: makeEditor(article), rest: undefined };
  editors.set(article, known);
  clearTimeout(known.rest);
  // An editor without a view reports that it is destroyed, and keeps its state.
  if (known.editor.isDestroyed) known.editor.mount(document.createElement('div'));
  return known.editor;
}

/** Removes the view once React has released it; it may also come back at once. */
export function restEditor(article: OpenArticle): void {
  const known = editors.get(article);
  if (!known) return;
  const { editor } = known;
  // What is typed after coming back is undone separately.
  if (!editor.isDestroyed) editor.view.dispatch(closeHistory(editor.state.tr));
  known.rest = setTimeout(() => editor.unmount());
}

function makeEditor(article: OpenArticle): Editor {
  const { body } = article.autosave.state().story;
  const editor = new Editor({
    element: null,
    extensions: editorExtensions,
    content: body.json() as JSONContent,
    injectCSS: false,
    // It would walk each transaction again, in a separate task, to report deletions that nobody listens to.
    enableCoreExtensions: { delete: false },
    // Our own rules format what is typed; of what is pasted, only complete addresses.
    enableInputRules: false,
    enablePasteRules: ['link'],
    editorProps: {
      attributes: attributes(),
      handlePaste: (_view, event) => takeImages(article, imagesMeantIn(event.clipboardData)),
      handleDrop: (view, event, _slice, moved) => {
        const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
        return !moved && takeImages(article, imagesMeantIn(event.dataTransfer), at?.pos);
      },
    },
  });
  followStory(editor, article.autosave, body);
  followFields(editor, article.autosave);
  keepBeforeRemovals(editor, article);
  editor.once('mount', () => startInText(editor));
  return editor;
}

/** A story that begins with an ad slot or a figure would open with that selected, and a paste would replace it. */
function startInText({ state, view }: Editor): void {
  const start = Selection.findFrom(state.doc.resolve(0), 1, true);
  if (start && !(state.selection instanceof TextSelection)) view.dispatch(state.tr.setSelection(start));
}

function keepBeforeRemovals(editor: Editor, article: OpenArticle): void {
  editor.on('update', ({ transaction }) => {
    if (transaction.getMeta(FROM_STORE) === true || !removesMuch(transaction)) return;
    const body = bodyOf(transaction.before);
    openArticles.keepBefore(article, { ...article.autosave.state().story, body });
  });
}

function takeImages({ editor }: OpenArticle, files: readonly File[], position?: number): boolean {
  const open = editor.get();
  if (!open?.isEditable || files.length === 0) return false;
  void insertImages(open, files, position);
  return true;
}

/**
 * Keeps the editor and the article on the same body, `opened` at first: typing goes to the autosave, and changes from
 * elsewhere, which wait for the end of a composition, are shown. Returns the function that stops it.
 */
function followStory(editor: Editor, autosave: RunningAutosave, opened: Body): () => void {
  let shown = opened;
  const onUpdate = ({ transaction }: EditorEvents['update']): void => {
    if (transaction.getMeta(FROM_STORE) === true) return;
    shown = bodyOf(editor.state.doc);
    autosave.edit({ body: shown });
  };
  const follow = (): void => {
    const { body } = autosave.state().story;
    if (body === shown) return;
    shown = body;
    const change = showDocument(editor.state, Node.fromJSON(editor.schema, body.json()));
    if (change) editor.view.dispatch(change);
  };
  editor.on('update', onUpdate);
  follow();
  const stop = autosave.subscribe(follow);
  return () => {
    stop();
    editor.off('update', onUpdate);
  };
}
