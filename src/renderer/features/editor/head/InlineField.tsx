import { articleFields } from '#shared/domain/fields';
import type { TextField } from '#shared/domain/fields';
import type { OpenArticle } from '../openArticle';
import { useTextField } from './useTextField';

interface InlineFieldProps {
  readonly article: OpenArticle;
  readonly name: TextField;
  readonly readOnly: boolean;
}

/** A quiet field that is as wide as what stands in it. */
export function InlineField({ article, name, readOnly }: InlineFieldProps) {
  const field = useTextField<HTMLInputElement>(article, name);
  const { label } = articleFields[name];
  return <input type="text" aria-label={label} placeholder={label} readOnly={readOnly} {...field} />;
}
