import { articleFields } from '#shared/domain/fields';
import type { TextField as TextFieldName } from '#shared/domain/fields';
import { useTextField } from '#renderer/features/editor';
import { TextField } from '#renderer/ui/TextField';
import type { TabProps } from './tabProps';

/** One of the article's text fields, with its label. */
export function LineField({ article, readOnly, name }: TabProps & { readonly name: TextFieldName }) {
  const { onBlur, ...field } = useTextField<HTMLInputElement>(article, name);
  return (
    <TextField
      label={articleFields[name].label}
      readOnly={readOnly}
      {...field}
      onBlur={() => {
        onBlur();
        void article.autosave.flush();
      }}
    />
  );
}
