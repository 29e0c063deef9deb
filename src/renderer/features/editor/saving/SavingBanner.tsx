import { articleField } from '#shared/domain/article';
import type { ArticleField } from '#shared/domain/article';
import { textFields } from '#shared/domain/fields';
import { reportProblem } from '#renderer/app/problems';
import { Banner } from '#renderer/ui/Banner';
import { Button } from '#renderer/ui/Button';
import { openArticles, useAutosave } from '../openArticle';
import type { OpenArticle } from '../openArticles';
import { clockTime } from './clockTime';

const otherLabels = {
  sectionId: 'section',
  hashtags: 'hashtags',
  body: 'text',
  language: 'language',
  direction: 'direction',
  status: 'status',
} as const;

/** What stands in the way of saving, over the text that it is about. */
export function SavingBanner({ article }: { readonly article: OpenArticle }) {
  const saving = useAutosave(article, (state) => state.saving);
  if (saving.kind === 'failing')
    return (
      <Banner tone="bad" actions={<Button onClick={() => void article.autosave.flush()}>Try now</Button>}>
        Not saved yet: {saving.failure.message} Your words are kept in this window and tried again by
        themselves.
      </Banner>
    );
  if (saving.kind !== 'conflict') return null;
  const choose = (choice: 'mine' | 'theirs') => () => {
    openArticles.choose(article, choice).catch(reportProblem);
  };
  return (
    <Banner
      tone="warn"
      actions={
        <>
          <Button onClick={choose('mine')}>Keep mine</Button>
          <Button onClick={choose('theirs')}>Take theirs</Button>
        </>
      }
    >
      The {namesOf(saving.fields)} changed here and in another window or program (there at{' '}
      {clockTime(saving.theirs.updatedAt)}). Nothing is overwritten until you choose; the other version goes
      to History.
    </Banner>
  );
}

function namesOf(fields: readonly ArticleField[]): string {
  const names = articleField.options.filter((field) => fields.includes(field)).map(nameOf);
  return new Intl.ListFormat('en').format(names);
}

function nameOf(field: ArticleField): string {
  return field in otherLabels
    ? otherLabels[field as keyof typeof otherLabels]
    : textFields[field as keyof typeof textFields].label.toLowerCase();
}
