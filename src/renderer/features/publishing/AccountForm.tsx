import type { ReactNode } from 'react';
import { Select } from '#renderer/ui/Select';
import { TextField } from '#renderer/ui/TextField';
import { cmsKindIds, cmsKindRow, openFields } from '#shared/domain/cmsKindWords';
import type { CmsKind } from '#shared/domain/cmsKinds';
import { CredentialInput } from './CredentialInput';

/** What is typed of a new account, but for its secret. */
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

/** Which site it is, and what its kind asks for; the kind is asked for only where there is a choice. */
export function AccountForm({ draft, onChange, children }: AccountFormProps) {
  const { kind, url, fields } = draft;
  const kinds = cmsKindIds.map((value) => ({ value, label: cmsKindRow(value).name }));
  return (
    <>
      {kinds.length > 1 && (
        <Select
          label="System"
          choices={kinds}
          value={kind}
          onChange={(chosen) => onChange({ ...draft, kind: chosen })}
        />
      )}
      <TextField
        label="Site"
        placeholder="https://"
        inputMode="url"
        required
        autoComplete="off"
        spellCheck={false}
        value={url}
        onChange={(event) => onChange({ ...draft, url: event.target.value })}
        hint="The address of the site’s front page."
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
