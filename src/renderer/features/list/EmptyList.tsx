import { FileText, SearchX } from 'lucide-react';
import { runCommand } from '#renderer/base/commands/commandBus';
import { useNavigation } from '#renderer/base/navigation/NavigationProvider';
import { Button } from '#renderer/ui/Button';
import { EmptyState } from '#renderer/ui/EmptyState';
import { listViews } from './listViews';

function EmptySearch() {
  const { query, search } = useNavigation();
  const clear = () => {
    search('');
    void runCommand('article.search');
  };
  return (
    <EmptyState
      icon={SearchX}
      title="Nothing found"
      action={<Button onClick={clear}>Clear the search</Button>}
    >
      No article has “{query.trim()}” in its headline, standfirst, text, byline or hashtags.
    </EmptyState>
  );
}

/** What belongs in a list that holds nothing. */
export function EmptyList() {
  const { view, sectionId, query } = useNavigation();
  if (query.trim() !== '') return <EmptySearch />;
  const words = sectionId === null && view !== 'all' ? listViews[view] : null;
  return (
    <EmptyState icon={words?.icon ?? FileText} title={words?.none ?? 'No article in this section'}>
      {words?.empty ?? 'Articles that have this section stand here.'}
    </EmptyState>
  );
}
