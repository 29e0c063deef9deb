import { TextField } from '#renderer/ui/TextField';
import type { CredentialField } from '#shared/domain/cmsKinds';

interface CredentialInputProps {
  readonly field: CredentialField;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The id of what says why the site refused it. */
  readonly problemId?: string | undefined;
}

/** One thing that a kind of CMS asks for, as its row in the table says. */
export function CredentialInput({ field, value, onChange, problemId }: CredentialInputProps) {
  const { label, hint, secret } = field;
  return (
    <TextField
      label={label}
      hint={hint ?? undefined}
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
