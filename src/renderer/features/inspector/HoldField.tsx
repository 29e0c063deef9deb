import { articleFields } from '#shared/domain/fields';
import type { FieldsWith } from '#shared/domain/fields';
import { useReasonField, useAutosave, changeFields } from '#renderer/features/editor';
import { Checkbox } from '#renderer/ui/Checkbox';
import { TextField } from '#renderer/ui/TextField';
import type { TabProps } from './tabProps';
import { say } from '#shared/language/say';

/** Whether the article is held, and why. */
export function HoldField({
  article,
  readOnly,
  name,
}: TabProps & { readonly name: FieldsWith<'control', 'hold'> }) {
  const isHeld = useAutosave(article, ({ story }) => story[name] !== null);
  return (
    <div className="flex flex-col gap-1.5">
      <Checkbox
        label={articleFields[name].label()}
        data-field={name}
        checked={isHeld}
        disabled={readOnly}
        onChange={(isOn) => changeFields(article, { [name]: isOn ? { reason: '' } : null })}
      />
      {isHeld && <Reason article={article} readOnly={readOnly} name={name} />}
    </div>
  );
}

function Reason({ article, readOnly, name }: TabProps & { readonly name: FieldsWith<'control', 'hold'> }) {
  const { onBlur, ...field } = useReasonField(article, name);
  return (
    <TextField
      label={say('{field}: reason', { field: articleFields[name].label() })}
      labelHidden
      placeholder={say('Why, and who lifts it')}
      readOnly={readOnly}
      {...field}
      onBlur={() => {
        onBlur();
        void article.autosave.flush();
      }}
    />
  );
}
