import { Banner } from '#renderer/ui/Banner';
import { TextField } from '#renderer/ui/TextField';
import type { HeldArticle } from '#shared/domain/hold';

/** More would push the rest of the dialog out of sight; those that are left out are named in the export too. */
const NAMED = 5;

interface HeldArticlesProps {
  readonly held: readonly HeldArticle[];
  readonly reason: string;
  readonly onChange: (reason: string) => void;
}

/** Names what stays here, and asks for a reason to let it leave all the same. */
export function HeldArticles({ held, reason, onChange }: HeldArticlesProps) {
  const [first] = held;
  if (!first) return null;
  const count =
    held.length === 1
      ? 'One article is held back and stays'
      : `${held.length.toLocaleString('en')} articles are held back and stay`;
  return (
    <div className="space-y-3">
      <Banner tone="warn">
        <p>{count} here:</p>
        <ul className="list-disc pl-5">
          {held.slice(0, NAMED).map(({ id, headline, why }) => (
            <li key={id}>
              <bdi>{headline || 'No headline'}</bdi>, {why}
            </li>
          ))}
          {held.length > NAMED && <li>and {(held.length - NAMED).toLocaleString('en')} more</li>}
        </ul>
      </Banner>
      <TextField
        label={held.length === 1 ? 'Why it may leave all the same' : 'Why they may leave all the same'}
        hint="Kept in the history. Without a reason nothing that is held leaves."
        maxLength={500}
        value={reason}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
