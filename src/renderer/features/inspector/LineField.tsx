import { textFields } from '#shared/domain/fields';
import type { TextField as TextFieldName } from '#shared/domain/fields';
import { useTextField } from '#renderer/features/editor';
import { TextField } from '#renderer/ui/TextField';
import type { TabProps } from './ArticleTab';

/** One of the article's text fields, with its label. */
export function LineField({ article, readOnly, name }: TabProps & { readonly name: TextFieldName }) {
  const { value, direction, change, paste, tidy } = useTextField(article, name);
  const { label, limit } = textFields[name];
  return (
    <TextField
      label={label}
      value={value}
      maxLength={limit}
      readOnly={readOnly}
      spellCheck={false}
      dir={direction}
      onChange={({ target }) => change(target.value)}
      onPaste={paste}
      onBlur={() => {
        tidy();
        void article.autosave.flush();
      }}
    />
  );
}
