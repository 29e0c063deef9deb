import type { KeyboardEvent } from 'react';
import { articleFields } from '#shared/domain/fields';
import type { TextField } from '#shared/domain/fields';
import { useTextField } from './useTextField';
import type { OpenArticle } from '../openArticle';

interface StoryFieldProps {
  readonly article: OpenArticle;
  readonly name: TextField;
  readonly readOnly: boolean;
  /** Where Enter leads: these fields are one line of text, however many lines it fills. */
  readonly onEnter: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}

/** A field that is read as part of the story: it grows with its text, and looks as it will be printed. */
export function StoryField({ article, name, readOnly, onEnter }: StoryFieldProps) {
  const field = useTextField<HTMLTextAreaElement>(article, name);
  const { label, placeholder } = articleFields[name];
  return (
    <textarea
      aria-label={label}
      placeholder={placeholder}
      rows={1}
      readOnly={readOnly}
      {...field}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        onEnter(event);
      }}
    />
  );
}
