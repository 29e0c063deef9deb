import { Check, CircleAlert, CircleDashed, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { assertNever } from '#shared/domain/failure';
import { readingMinutes } from '#shared/document/countWords';
import type { Autosave } from '../autosave/autosave';
import { useAutosave, useOpenArticle } from '../useOpenArticle';
import type { OpenArticle } from '../openArticle';
import { clockTime } from './clockTime';
import { useStoryCount } from './useStoryCount';

/** The editor's part of the status bar: what is safe, and how much was written. */
export function StatusBarEditor() {
  const article = useOpenArticle();
  if (!article) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 whitespace-nowrap" key={article.id}>
      <SavedState article={article} />
      <Counts article={article} />
    </div>
  );
}

function SavedState({ article }: { readonly article: OpenArticle }) {
  const kind = useAutosave(article, ({ saving }) => saving.kind);
  const savedAt = useAutosave(article, (state) => state.savedAt);
  const { icon, words, look } = saidOf(kind, savedAt);
  return (
    <span className={`flex items-center gap-1.5 ${look}`} data-testid="saved-state" data-saving={kind}>
      {icon}
      {words}
    </span>
  );
}

interface Said {
  readonly icon: ReactNode;
  readonly words: string;
  readonly look: string;
}

function saidOf(kind: Autosave['saving']['kind'], savedAt: number | null): Said {
  switch (kind) {
    case 'settled':
      return {
        icon: <Check aria-hidden />,
        words: savedAt === null ? 'Saved' : `Saved ${clockTime(savedAt)}`,
        look: 'text-ok',
      };
    case 'waiting':
    case 'sending':
      return { icon: <CircleDashed aria-hidden />, words: 'Saving…', look: 'text-ink-2' };
    case 'failing':
      return { icon: <CircleAlert aria-hidden />, words: 'Not saved, trying again', look: 'text-bad' };
    case 'conflict':
      return { icon: <TriangleAlert aria-hidden />, words: 'Not saved: choose a version', look: 'text-warn' };
    default:
      return assertNever(kind);
  }
}

function Counts({ article }: { readonly article: OpenArticle }) {
  const { words, characters, selected } = useStoryCount(article);
  return (
    <>
      <span>
        {words.toLocaleString('en')} {words === 1 ? 'word' : 'words'} · {readingMinutes(words)} min
      </span>
      <span className="max-[1100px]:hidden">{characters.toLocaleString('en')} characters</span>
      {selected > 0 && <span>Selection {selected.toLocaleString('en')}</span>}
    </>
  );
}
