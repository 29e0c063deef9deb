import { EditorContent, useEditor } from '@tiptap/react';
import type { JSONContent } from '@tiptap/react';
import type { ArticleContent } from '#shared/domain/article';
import { editorExtensions } from './editorExtensions';
import './storyText.css';

/** A story to read: an earlier one, or another writer's. */
export function StoryPreview({ story }: { readonly story: ArticleContent }) {
  const { headline, standfirst, hashtags, direction, language, body } = story;
  const editor = useEditor({
    extensions: editorExtensions,
    content: body as JSONContent,
    editable: false,
    injectCSS: false,
    editorProps: { attributes: { class: 'story-body', 'aria-label': 'Story text' } },
  });
  return (
    <article className="story-preview selectable" dir={direction} lang={language || undefined}>
      <h3>{headline || 'No headline'}</h3>
      {standfirst !== '' && <p className="standfirst">{standfirst}</p>}
      {hashtags.length > 0 && <p className="tags">{hashtags.map((tag) => `#${tag}`).join(' ')}</p>}
      <EditorContent editor={editor} dir={direction} />
    </article>
  );
}
