import type { Editor, EditorEvents } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import type { RunningAutosave } from '../autosave/runAutosave';
import { bodyOf } from '../autosave/story';
import type { Body } from '../autosave/story';
import { FROM_STORE, showDocument } from '../blocks/showDocument';

/**
 * Keeps the editor and the article on one body, `opened` at first: what is typed goes to the autosave, and what came
 * from elsewhere, which waits for the end of a composition before it gets there, is shown. Returns what stops it.
 */
export function followStory(editor: Editor, autosave: RunningAutosave, opened: Body): () => void {
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
