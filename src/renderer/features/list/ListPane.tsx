import { SquarePen, FileText, SearchX } from 'lucide-react';
import { type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import { Pane } from '#renderer/base/navigation/panes';
import { useSettledAnnouncement } from '#renderer/base/notices/announce';
import { runCommand } from '#renderer/base/commands/commandBus';
import { useCommandKeys } from '#renderer/base/commands/commandKeys';
import { useNavigation } from '#renderer/base/navigation/NavigationProvider';
import { useSections } from '#renderer/features/sections';
import { Banner } from '#renderer/ui/Banner';
import { IconButton } from '#renderer/ui/IconButton';
import { Spinner } from '#renderer/ui/Spinner';
import { ArticleCount } from './ArticleCount';
import { ArticleList } from './ArticleList';
import { listViews } from './listViews';
import { useArticleCommands, useTrash } from './useArticleCommands';
import { type ListRows, useListRows, type ActiveRow, useActiveRow } from './useListRows';
import { Button } from '#renderer/ui/Button';
import { EmptyState } from '#renderer/ui/EmptyState';
import { say } from '#shared/language/say';

function useListTitle(): string {
  const { view, sectionId, query } = useNavigation();
  const section = useSections().find(({ id }) => id === sectionId);
  if (query.trim() !== '') return say('Search');
  if (section) return section.name;
  return view === 'all' ? say('All articles') : listViews[view].label();
}

interface BodyProps extends OpeningRows {
  readonly list: ListRows;
  readonly title: string;
}

function Body({ list, title, active, onOpen }: BodyProps) {
  const trash = useTrash();
  const { query } = useNavigation();
  if (list.problem) return <Banner tone="bad">{list.problem.message}</Banner>;
  if (list.loading) {
    return (
      <div className="p-6 text-center">
        <Spinner label={say('Loading the list')} />
      </div>
    );
  }
  if (list.rows.length === 0) return <EmptyList />;
  const label = query.trim() === '' ? title : say('Found for {words}', { words: query.trim() });
  return <ArticleList {...{ list, label, active, onOpen }} onTrash={(id) => void trash(id)} />;
}

interface OpeningRows {
  readonly active: ActiveRow;
  readonly onOpen: (index: number) => void;
}

/**
 * Opens rows; one requested before the rows are loaded is opened when they are. Enter works in the whole pane, which
 * has the focus until its list is drawn.
 */
function useOpeningRows(list: ListRows): OpeningRows & { readonly pane: RefObject<HTMLElement | null> } {
  const { openArticle } = useNavigation();
  const active = useActiveRow(list);
  const pane = useRef<HTMLElement>(null);
  const waits = useRef(false);
  const { rows, isCurrent } = list;
  const onOpen = (index: number): void => {
    const row = rows[index];
    waits.current = !isCurrent;
    if (isCurrent && row) openArticle(row.id);
  };
  const openActive = useEffectEvent(() => onOpen(active.index));
  useEffect(() => {
    if (waits.current && isCurrent) openActive();
  }, [isCurrent]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.target === event.currentTarget && event.key === 'Enter') openActive();
    };
    const element = pane.current;
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, []);
  return { active, onOpen, pane };
}

/** Announces how many a search found, once it settles. */
function useToldHits({ isCurrent, total }: ListRows): void {
  const { query } = useNavigation();
  const words = query.trim();
  useSettledAnnouncement(words === '' || !isCurrent ? null : hitsInWords(total, words));
}

const hitsInWords = (count: number, words: string): string =>
  count === 0
    ? say('Nothing found for {words}', { words })
    : say('{count, number} found for {words}', { count, words });

/** The list of one view, section or search. */
export function ListPane() {
  useArticleCommands();
  const newKeys = useCommandKeys('article.new');
  const title = useListTitle();
  const list = useListRows();
  const { active, onOpen, pane } = useOpeningRows(list);
  useToldHits(list);
  return (
    <Pane
      as="section"
      name="list"
      label={say('Articles')}
      ref={pane}
      className="flex min-h-[min(240px,100%)] w-full min-w-0 flex-1 flex-col border-e border-line bg-chrome"
    >
      <header className="flex h-[45px] shrink-0 items-center gap-2 border-b border-line ps-3.5 pe-2.5">
        <h2 className="one-line text-[14px] font-semibold">{title}</h2>
        <span className="flex-1 text-meta text-ink-3 tabular-nums">
          <ArticleCount count={list.total} />
        </span>
        <IconButton
          data-tour-part="newArticle"
          label={say('New article')}
          icon={SquarePen}
          keys={newKeys}
          onClick={() => void runCommand('article.new')}
        />
      </header>
      <Body {...{ list, title, active, onOpen }} />
    </Pane>
  );
}

function EmptySearch() {
  const { query, search } = useNavigation();
  const clear = () => {
    search('');
    void runCommand('article.search');
  };
  return (
    <EmptyState
      icon={SearchX}
      title={say('Nothing found')}
      action={<Button onClick={clear}>{say('Clear the search')}</Button>}
    >
      {say('No article has “{words}” in its headline, standfirst, text, byline or hashtags.', {
        words: query.trim(),
      })}
    </EmptyState>
  );
}

/** What an empty list says about itself. */
function EmptyList() {
  const { view, sectionId, query } = useNavigation();
  if (query.trim() !== '') return <EmptySearch />;
  const words = sectionId === null && view !== 'all' ? listViews[view] : null;
  return (
    <EmptyState icon={words?.icon ?? FileText} title={words?.none() ?? say('No article in this section')}>
      {words?.empty() ?? say('Articles in this section appear here.')}
    </EmptyState>
  );
}
