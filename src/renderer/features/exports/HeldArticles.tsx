import { Banner } from '#renderer/ui/Banner';
import { TextField } from '#renderer/ui/TextField';
import type { HeldArticle } from '#shared/domain/hold';
import { useQuery } from '@tanstack/react-query';
import { Children, type ReactNode, useState } from 'react';
import { queries } from '#renderer/base/queries/queries';
import type { ExportSelection } from '#shared/domain/exportJob';
import { say, sayPieces } from '#shared/language/say';

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
  const count = held.length;
  return (
    <div className="space-y-3">
      <Banner tone="warn">
        <p>
          {say(
            '{count, plural, one {One article is held back and will not be exported here:} other {# articles are held back and will not be exported here:}}',
            { count },
          )}
        </p>
        <ul className="list-disc ps-5">
          {held.slice(0, NAMED).map(({ id, headline, why }) => (
            <li key={id}>
              {Children.toArray(
                sayPieces<ReactNode>('{article}, {reason}', {
                  article: <bdi>{headline || say('No headline')}</bdi>,
                  reason: why,
                }),
              )}
            </li>
          ))}
          {count > NAMED && <li>{say('and {others, number} more', { others: count - NAMED })}</li>}
        </ul>
      </Banner>
      <TextField
        label={say(
          '{count, plural, one {Why it may go out all the same} other {Why they may go out all the same}}',
          { count },
        )}
        hint={say('Kept in the history. Without a reason, nothing held back is exported.')}
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
