import { textFields } from '#shared/domain/fields';
import type { TextField } from '#shared/domain/fields';
import type { OpenArticle } from '../openArticles';
import { useTextField } from './useTextField';

interface InlineFieldProps {
  readonly article: OpenArticle;
  readonly name: TextField;
  readonly readOnly: boolean;
}

/** A quiet field that is as wide as what stands in it. */
export function InlineField({ article, name, readOnly }: InlineFieldProps) {
  const { value, direction, change, paste, tidy } = useTextField(article, name);
  const { label, limit } = textFields[name];
  return (
    <input
      type="text"
      aria-label={label}
      placeholder={label}
      maxLength={limit}
      dir={direction}
      spellCheck={false}
      readOnly={readOnly}
      data-field={name}
      value={value}
      onChange={(event) => change(event.target.value)}
      onPaste={paste}
      onBlur={tidy}
    />
  );
}
