import { Banner } from '#renderer/ui/Banner';
import { Button } from '#renderer/ui/Button';
import { useAutosave } from '../useOpenArticle';
import type { OpenArticle } from '../openArticle';
import { ConflictBanner } from './ConflictBanner';

interface SavingBannerProps {
  readonly article: OpenArticle;
  readonly trashed: boolean;
}

/** What stands in the way of saving, over the text that it is about. */
export function SavingBanner({ article, trashed }: SavingBannerProps) {
  const saving = useAutosave(article, (state) => state.saving);
  if (saving.kind === 'failing')
    return (
      <Banner tone="bad" actions={<Button onClick={() => void article.autosave.flush()}>Try now</Button>}>
        Not saved yet: {saving.failure.message} Your words are kept in this window and tried again by
        themselves.
      </Banner>
    );
  if (saving.kind !== 'conflict') return null;
  if (!trashed) return <ConflictBanner article={article} conflict={saving} />;
  return (
    <Banner tone="warn">
      It also changed here and in another window or program. What you typed last is kept in History; put the
      article back to choose.
    </Banner>
  );
}
