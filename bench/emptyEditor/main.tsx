import { EditorContent, useEditor } from '@tiptap/react';
import { StarterKit } from '@tiptap/starter-kit';
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(<EmptyEditor />);

function EmptyEditor() {
  const editor = useEditor({ extensions: [StarterKit] });
  return <EditorContent editor={editor} />;
}
