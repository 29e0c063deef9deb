import { EditorContent, useEditor } from '@tiptap/react';
import type { JSONContent } from '@tiptap/react';
import { useEffect, useState } from 'react';
import { parseDocument } from '#shared/document/document';
import { toPlainText } from '#shared/document/toPlainText';
import type { ArticleContent } from '#shared/domain/article';
import { articleDirection, lineDirection } from '#shared/domain/direction';
import { useLanguage } from '#renderer/base/useLanguage';
import { setBaseDirection } from '../script/blockDirections';
import { editorExtensions } from './editorExtensions';
import './storyText.css';
import { say } from '#shared/language/say';

/** A story to read: an earlier one, or another writer's. */
export function StoryPreview({ story }: { readonly story: ArticleContent }) {
  const { headline, standfirst, hashtags, body } = story;
  const [words] = useState(() => toPlainText(parseDocument(body)));
  const direction = articleDirection(story, words);
  const language = useLanguage(story.language, words || `${headline}. ${standfirst}`);
  const line = (text: string) => lineDirection(text, story.direction, direction);
  const editor = useEditor({
    extensions: editorExtensions,
    content: body as JSONContent,
    editable: false,
    injectCSS: false,
    editorProps: { attributes: { class: 'story-body', 'aria-label': say('Story text') } },
  });
  useEffect(() => setBaseDirection(editor, direction), [editor, direction]);
  return (
    <article className="story-preview selectable" dir={direction} lang={language || undefined}>
      <h3 dir={line(headline)}>{headline || say('No headline')}</h3>
      {standfirst !== '' && (
        <p className="standfirst" dir={line(standfirst)}>
          {standfirst}
        </p>
      )}
      {hashtags.length > 0 && <p className="tags">{hashtags.map((tag) => `#${tag}`).join(' ')}</p>}
      <EditorContent editor={editor} dir={direction} />
    </article>
  );
}
