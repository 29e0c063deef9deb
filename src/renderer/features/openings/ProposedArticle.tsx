import { useAttempt } from '#renderer/base/queries/useAttempt';
import { bridge } from '#renderer/bridge';
import { useSections } from '#renderer/features/sections';
import { Banner } from '#renderer/ui/Banner';
import { Button } from '#renderer/ui/Button';
import { Dialog } from '#renderer/ui/Dialog';
import type { AddressDraft } from '#shared/domain/appAddress';
import type { ArticleRow } from '#shared/domain/article';
import { sectionKey } from '#shared/domain/section';
import { say, saying } from '#shared/language/say';

interface ProposedArticleProps {
  readonly draft: AddressDraft;
  readonly onMade: (article: ArticleRow) => void;
  readonly onClose: () => void;
}

const labels: Readonly<Record<keyof AddressDraft, () => string>> = {
  headline: saying('Headline'),
  standfirst: saying('Standfirst'),
  section: saying('Section'),
  text: saying('Text'),
};

/** What a link would make, as plain text. Whoever sent the link wrote it, so nothing is made unasked. */
export function ProposedArticle({ draft, onMade, onClose }: ProposedArticleProps) {
  const { problem, attempt } = useAttempt();
  const sections = useSections();
  const hasSection = sections.some(({ name }) => sectionKey(name) === sectionKey(draft.section));
  const given = (Object.keys(labels) as readonly (keyof AddressDraft)[]).filter((key) => draft[key] !== '');
  return (
    <Dialog
      title={say('Make this article?')}
      about={say(
        'A link asks Nutgraf to make it. It came from a page or a program outside: read it first. Nothing is made yet.',
      )}
      reading
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Do not make it')}</Button>
          <Button
            look="main"
            onClick={() => void attempt(async () => onMade(await bridge.openings.make(draft)))}
          >
            {say('Make article')}
          </Button>
        </>
      }
    >
      {problem !== null && <Banner tone="bad">{problem}</Banner>}
      {given.length === 0 && <p className="text-ink-2">{say('An article with nothing in it.')}</p>}
      <dl className="space-y-3">
        {given.map((key) => (
          <div key={key}>
            <dt className="text-meta font-medium text-ink-3">{labels[key]()}</dt>
            <dd dir="auto" className="selectable font-story text-list break-words whitespace-pre-wrap">
              {draft[key]}
            </dd>
          </div>
        ))}
      </dl>
      {draft.section !== '' && !hasSection && (
        <p className="mt-3 text-ink-2">
          {say('There is no such section, so the article is made without one.')}
        </p>
      )}
    </Dialog>
  );
}
