import { baseKeymap } from '@tiptap/pm/commands';
import { history } from '@tiptap/pm/history';
import { keymap } from '@tiptap/pm/keymap';
import { EditorState } from '@tiptap/pm/state';
import { EditorView } from '@tiptap/pm/view';
import { schema } from '#shared/document/schema';
import type { DocumentJson } from '#shared/domain/documentJson';
import './page.css';

declare global {
  interface Window {
    /** Shows a document in a bare ProseMirror. */
    showBody: (body: DocumentJson) => void;
  }
}

const root = document.getElementById('root');
let view: EditorView | null = null;

window.showBody = (body) => {
  view?.destroy();
  const doc = schema.nodeFromJSON(body);
  const plugins = [history(), keymap(baseKeymap)];
  view = new EditorView(root, { state: EditorState.create({ doc, plugins }) });
};
