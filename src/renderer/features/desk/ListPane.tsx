import { SquarePen } from 'lucide-react';
import { runCommand } from '#renderer/app/commandBus';
import { commandKeys } from '#renderer/app/commandKeys';
import { useNavigation } from '#renderer/app/NavigationProvider';
import { useSections } from '#renderer/features/sections';
import { Banner } from '#renderer/ui/Banner';
import { IconButton } from '#renderer/ui/IconButton';
import { Spinner } from '#renderer/ui/Spinner';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden';
import { ArticleList } from './ArticleList';
import { deskViews } from './deskViews';
import { EmptyList } from './EmptyList';
import { useArticleCommands, useTrash } from './useArticleCommands';
import { type ListRows, useListRows } from './useListRows';

function useListTitle(): string {
  const { view, sectionId, query } = useNavigation();
  const section = useSections().find(({ id }) => id === sectionId);
  if (query.trim() !== '') return 'Search';
  if (section) return section.name;
  return view === 'all' ? 'All articles' : deskViews[view].label;
}

function Body({ list, title }: { readonly list: ListRows; readonly title: string }) {
  const trash = useTrash();
  const { query } = useNavigation();
  if (list.problem) return <Banner tone="bad">{list.problem.message}</Banner>;
  if (list.loading) {
    return (
      <div className="p-6 text-center">
        <Spinner label="Reading the list" />
      </div>
    );
  }
  if (list.rows.length === 0) return <EmptyList />;
  const label = query.trim() === '' ? title : `Found for ${query.trim()}`;
  return <ArticleList list={list} label={label} onTrash={(id) => void trash(id)} />;
}

/** The list of one desk, section or search. */
export function ListPane() {
  useArticleCommands();
  const title = useListTitle();
  const list = useListRows();
  return (
    <>
      <header className="flex h-[45px] shrink-0 items-center gap-2 border-b border-line pr-2.5 pl-3.5">
        <h2 className="truncate text-[14px] font-semibold">{title}</h2>
        <span role="status" className="flex-1 text-meta text-ink-3 tabular-nums">
          {list.total.toLocaleString('en')}
          <VisuallyHidden>{list.total === 1 ? ' article' : ' articles'}</VisuallyHidden>
        </span>
        <IconButton
          label="New article"
          icon={SquarePen}
          keys={commandKeys('article.new')}
          onClick={() => void runCommand('article.new')}
        />
      </header>
      <Body list={list} title={title} />
    </>
  );
}
