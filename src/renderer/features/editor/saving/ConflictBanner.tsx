import { useEffect, useEffectEvent, useState } from 'react';
import { reportProblem } from '#renderer/base/notices/notices';
import { articleFields } from '#shared/domain/fields';
import { inSentence } from '#shared/language/formats';
import { announce } from '#renderer/base/notices/announce';
import { useSections } from '#renderer/features/sections';
import { Banner } from '#renderer/ui/Banner';
import { Button } from '#renderer/ui/Button';
import { DiffText } from '#renderer/ui/DiffText';
import { clockTime } from '../../../../shared/domain/fullTime';
import { focusText } from '../body/focusText';
import type { Choice, Saving } from '../autosave/autosave';
import { openArticles, useAutosave } from '../useOpenArticle';
import type { OpenArticle } from '../openArticle';
import type { Clash } from './clashes';
import { clashOf } from './clashes';
import './conflict.css';
import { listed } from '#shared/language/formats';
import { say, saying } from '#shared/language/say';

type Conflict = Extract<Saving, { kind: 'conflict' }>;
type Side = 'mine' | 'theirs';

interface ConflictBannerProps {
  readonly article: OpenArticle;
  readonly conflict: Conflict;
}

/**
 * What changed here and elsewhere, each with both texts, and the choice. It is above the text and blocks nothing:
 * what the other side writes meanwhile is shown in it.
 */
export function ConflictBanner({ article, conflict }: ConflictBannerProps) {
  const clashes = useClashes(article, conflict);
  const [decided, decide] = useDecisions(clashes, (choice) => choose(article, choice));
  const isOne = clashes.length === 1;
  const wordsOf = (parts: string): string =>
    say(
      'The {parts} changed here and, at {time}, in another window or program. Nothing is overwritten until you choose; the other version goes to History.',
      { parts, time: clockTime(conflict.theirs.updatedAt) },
    );
  const parts = namesOf(conflict);
  // A region that comes with its words is not always spoken. Once for what is in conflict: the other side may write on.
  const tell = useEffectEvent((what: string) => announce(wordsOf(what)));
  useEffect(() => tell(parts), [parts]);
  return (
    <section aria-label={say('Changed in two places')} className="conflict">
      <Banner
        tone="warn"
        announced
        actions={
          <>
            <Button onClick={() => choose(article, 'mine')}>
              {isOne ? say('Keep mine') : say('Keep all mine')}
            </Button>
            <Button onClick={() => choose(article, 'theirs')}>
              {isOne ? say('Take theirs') : say('Take all theirs')}
            </Button>
          </>
        }
      >
        {wordsOf(parts)}
      </Banner>
      <ol className="conflict-list">
        {clashes.map((clash, index) => (
          <ClashCard
            key={clash.key}
            clash={clash}
            number={isOne ? null : index + 1}
            decided={decided.get(clash.key)}
            decide={(side) => decide(clash.key, side)}
          />
        ))}
      </ol>
    </section>
  );
}

function useClashes(article: OpenArticle, { choices, theirs }: Conflict): readonly Clash[] {
  const base = useAutosave(article, (state) => state.saved);
  const mine = useAutosave(article, (state) => state.story);
  const sections = useSections();
  return choices.map((choice) => clashOf(choice, { base, mine, theirs, sections }));
}

/** The decisions so far; one is dropped when one of its texts changes. The last missing decision resolves all. */
function useDecisions(clashes: readonly Clash[], settle: (choice: Choice) => void) {
  const [made, setMade] = useState<ReadonlyMap<string, { readonly side: Side; readonly over: string }>>(
    new Map(),
  );
  const over = ({ mine, theirs }: Clash): string => JSON.stringify([mine, theirs]);
  const stillMade = clashes.flatMap((clash) => {
    const one = made.get(clash.key);
    return one?.over === over(clash) ? [[clash.key, one.side] as const] : [];
  });
  const decide = (key: string, side: Side): void => {
    const clash = clashes.find((one) => one.key === key);
    if (!clash) return;
    setMade(new Map([...made, [key, { side, over: over(clash) }]]));
    const next = new Map([...stillMade, [key, side]]);
    if (clashes.every((one) => next.has(one.key))) settle(next);
  };
  return [new Map(stillMade), decide] as const;
}

/** Resolves it; the focus goes back to the text when the button that had it is gone. */
async function settle(article: OpenArticle, choice: Choice): Promise<void> {
  await openArticles.choose(article, choice);
  if (article.autosave.state().saving.kind === 'conflict') return;
  const editor = article.editor.get();
  if (editor) focusText(editor);
  announce(say('Conflict resolved'));
}

function choose(article: OpenArticle, choice: Choice): void {
  settle(article, choice).catch(reportProblem);
}

/** What the two sides are called, and the buttons that choose them, for a part of the story. */
const sideWords = {
  mine: {
    heading: saying('Mine'),
    take: saying('Keep mine'),
    label: (part: string) => say('{part}, mine', { part }),
    takeFor: (part: string) => say('Keep mine: {part}', { part }),
  },
  theirs: {
    heading: saying('Theirs'),
    take: saying('Take theirs'),
    label: (part: string) => say('{part}, theirs', { part }),
    takeFor: (part: string) => say('Take theirs: {part}', { part }),
  },
} as const;

interface ClashCardProps {
  readonly clash: Clash;
  /** Set if there are several, so that each is named. */
  readonly number: number | null;
  readonly decided: Side | undefined;
  readonly decide: (side: Side) => void;
}

function ClashCard({ clash: { title, note, base, mine, theirs }, number, decided, decide }: ClashCardProps) {
  const name = number === null ? title : `${number}. ${title}`;
  const side = (which: Side, text: string | null) => (
    <section aria-label={sideWords[which].label(name)} className="conflict-side">
      <h4>{sideWords[which].heading()}</h4>
      <DiffText base={base} text={text} />
      {number !== null && (
        <Button
          aria-label={sideWords[which].takeFor(name)}
          aria-pressed={decided === which}
          look={decided === which ? 'main' : 'plain'}
          onClick={() => decide(which)}
        >
          {sideWords[which].take()}
        </Button>
      )}
    </section>
  );
  return (
    <li>
      <h3>
        {name}
        {note !== '' && <span className="conflict-note">{note}</span>}
      </h3>
      <div className="conflict-sides">
        {side('mine', mine)}
        {side('theirs', theirs)}
      </div>
    </li>
  );
}

function namesOf({ choices }: Conflict): string {
  const names = choices.map((choice) =>
    articleFields[choice.kind === 'field' ? choice.field : 'body'].label(),
  );
  return listed(new Set(names.map(inSentence)));
}
