import type { ChangeEvent, KeyboardEvent } from 'react';
import { textFields } from '#shared/domain/fields';
import type { TextField } from '#shared/domain/fields';
import { useTextField } from './useTextField';
import type { OpenArticle } from '../openArticles';

interface StoryFieldProps {
  readonly article: OpenArticle;
  readonly name: TextField;
  readonly readOnly: boolean;
  /** Where Enter leads: these fields are one line of text, however many lines it fills. */
  readonly onEnter: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}

/** A field that is read as part of the story: it grows with its text, and looks as it will be printed. */
export function StoryField({ article, name, readOnly, onEnter }: StoryFieldProps) {
  const { value, direction, change, paste, tidy } = useTextField(article, name);
  const { label, placeholder, limit } = textFields[name];
  return (
    <textarea
      aria-label={label}
      placeholder={placeholder}
      maxLength={limit}
      rows={1}
      dir={direction}
      spellCheck={false}
      readOnly={readOnly}
      data-field={name}
      value={value}
      onChange={(event: ChangeEvent<HTMLTextAreaElement>) => change(event.target.value)}
      onPaste={paste}
      onBlur={tidy}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        onEnter(event);
      }}
    />
  );
}
