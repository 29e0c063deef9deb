import type { ReactNode } from 'react';
import { Select } from '#renderer/ui/Select';
import { TextField } from '#renderer/ui/TextField';
import { cmsKindIds, cmsKindRow, openFields } from '#shared/domain/cmsKindWords';
import type { CmsKind, CredentialField } from '#shared/domain/cmsKinds';
import { say } from '#shared/language/say';

/** What is typed for a new account, except its secret. */
export interface AccountDraft {
  readonly kind: CmsKind;
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

interface AccountFormProps {
  readonly draft: AccountDraft;
  readonly onChange: (draft: AccountDraft) => void;
  /** Below the address. */
  readonly children?: ReactNode;
}

const START_OF_ADDRESS = 'https://';

/** Which site it is, and what its kind asks for; the kind itself is asked for only if there is a choice. */
export function AccountForm({ draft, onChange, children }: AccountFormProps) {
  const { kind, url, fields } = draft;
  const kinds = cmsKindIds.map((value) => ({ value, label: cmsKindRow(value).name }));
  return (
    <>
      {kinds.length > 1 && (
        <Select
          label={say('System')}
          choices={kinds}
          value={kind}
          onChange={(chosen) => onChange({ ...draft, kind: chosen })}
        />
      )}
      <TextField
        label={say('Site')}
        placeholder={START_OF_ADDRESS}
        inputMode="url"
        dir="ltr"
        required
        autoComplete="off"
        spellCheck={false}
        value={url}
        onChange={(event) => onChange({ ...draft, url: event.target.value })}
        hint={say('The address of the site’s front page.')}
      />
      {children}
      {openFields(kind).map((field) => (
        <CredentialInput
          key={field.key}
          field={field}
          value={fields[field.key] ?? ''}
          onChange={(value) => onChange({ ...draft, fields: { ...fields, [field.key]: value } })}
        />
      ))}
    </>
  );
}

interface CredentialInputProps {
  readonly field: CredentialField;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The id of the element that says why the site refused it. */
  readonly problemId?: string | undefined;
}

/** One thing that a kind of CMS asks for, as described in the table of kinds. */
export function CredentialInput({ field, value, onChange, problemId }: CredentialInputProps) {
  const { label, hint, secret } = field;
  return (
    <TextField
      label={label()}
      hint={hint?.()}
      type={secret ? 'password' : 'text'}
      required
      autoComplete="off"
      spellCheck={false}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      problemId={problemId}
    />
  );
}
