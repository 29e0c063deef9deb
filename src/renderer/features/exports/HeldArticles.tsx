import { Banner } from '#renderer/ui/Banner';
import { TextField } from '#renderer/ui/TextField';
import type { HeldArticle } from '#shared/domain/hold';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queries } from '#renderer/base/queries/queries';
import type { ExportSelection } from '#shared/domain/exportJob';

/** More would push the rest of the dialog out of sight; the export, too, names those that are left out. */
const NAMED = 5;

interface HeldArticlesProps {
  readonly held: readonly HeldArticle[];
  readonly reason: string;
  readonly onChange: (reason: string) => void;
}

/** Names the articles that are held back, and asks for a reason to let them go out all the same. */
export function HeldArticles({ held, reason, onChange }: HeldArticlesProps) {
  const [first] = held;
  if (!first) return null;
  const count =
    held.length === 1
      ? 'One article is held back and will not be exported'
      : `${held.length.toLocaleString('en')} articles are held back and will not be exported`;
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
        label={held.length === 1 ? 'Why it may go out all the same' : 'Why they may go out all the same'}
        hint="Kept in the history. Without a reason, nothing held back is exported."
        maxLength={500}
        value={reason}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

/** Which articles of a selection are held back, and the reason to let them go out all the same. */
export function useHeld(selection: ExportSelection | null) {
  const [reason, onChange] = useState('');
  const { data: held = [] } = useQuery(queries.heldIn(selection));
  const override = held.length > 0 && reason.trim() !== '' ? reason : null;
  return { held, reason, onChange, override };
}
