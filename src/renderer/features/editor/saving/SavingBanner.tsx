import { Banner } from '#renderer/ui/Banner';
import { Button } from '#renderer/ui/Button';
import type { Autosave, Saving } from '../autosave/autosave';
import { useAutosave } from '../useOpenArticle';
import type { OpenArticle } from '../openArticle';
import { ConflictBanner } from './ConflictBanner';
import { say } from '#shared/language/say';

interface SavingBannerProps {
  readonly article: OpenArticle;
  readonly trashed: boolean;
}

type Trouble = Extract<Saving, { readonly kind: 'failing' | 'conflict' }>;

function troubleIn({ saving }: Autosave): Trouble | null {
  return saving.kind === 'failing' || saving.kind === 'conflict' ? saving : null;
}

/** What stands in the way of saving, over the text that it is about. */
export function SavingBanner({ article, trashed }: SavingBannerProps) {
  const trouble = useAutosave(article, troubleIn);
  if (trouble === null) return null;
  if (trouble.kind === 'failing')
    return (
      <Banner
        tone="bad"
        actions={<Button onClick={() => void article.autosave.flush()}>{say('Try now')}</Button>}
      >
        {say('Not saved yet: {problem} Your text is kept in this window, and Nutgraf keeps trying.', {
          problem: trouble.failure.message,
        })}
      </Banner>
    );
  if (!trashed) return <ConflictBanner article={article} conflict={trouble} />;
  return (
    <Banner tone="warn">
      {say(
        'It changed both here and in another window or program. Your latest text is kept in History; put the article back to choose.',
      )}
    </Banner>
  );
}
