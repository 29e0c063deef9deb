import { Editor } from '@tiptap/react';
import type { JSONContent } from '@tiptap/react';
import { closeHistory } from '@tiptap/pm/history';
import { Selection, TextSelection } from '@tiptap/pm/state';
import { bodyOf } from '../autosave/story';
import { FROM_STORE } from '../blocks/showDocument';
import { removesMuch } from '../history/removesMuch';
import { openArticles } from '../useOpenArticle';
import type { OpenArticle } from '../openArticle';
import { followFields } from '../history/stepHistory';
import { editorExtensions } from './editorExtensions';
import { followStory } from './followStory';
import { insertImages } from './imageFiles';
import { imagesMeantIn } from './pastedImages';

const attributes = {
  role: 'textbox',
  'aria-multiline': 'true',
  'aria-label': 'Story text',
  // Read-only, it is still gone to: it is read, and scrolled, by keys.
  tabindex: '0',
  'data-pane-focus': '',
  class: 'story-body',
};

/** The editor of an article for as long as the window keeps it: off the screen it has no view, and its history stays. */
interface StoryEditor {
  readonly editor: Editor;
  rest: ReturnType<typeof setTimeout> | undefined;
}

const editors = new WeakMap<OpenArticle, StoryEditor>();

/** The article's editor, with a view that can be put on the screen. */
export function wakeEditor(article: OpenArticle): Editor {
  const known = editors.get(article) ?? { editor: makeEditor(article), rest: undefined };
  editors.set(article, known);
  clearTimeout(known.rest);
  // An editor without a view calls itself destroyed, and keeps its state.
  if (known.editor.isDestroyed) known.editor.mount(document.createElement('div'));
  return known.editor;
}

/** Takes the view away once React has let go of it; it may also come back at once. */
export function restEditor(article: OpenArticle): void {
  const known = editors.get(article);
  if (!known) return;
  const { editor } = known;
  // What is typed after the way back is taken back by itself.
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
  followStory(editor, article.autosave, body);
  followFields(editor, article.autosave);
  keepBeforeRemovals(editor, article);
  editor.once('mount', () => startInText(editor));
  return editor;
}

/** A story that begins with an ad slot or a figure would start with that selected, and a paste would take its place. */
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
