import { useQuery } from '@tanstack/react-query';
import { FileText, SearchX } from 'lucide-react';
import { runCommand } from '#renderer/app/commandBus';
import { useNavigation } from '#renderer/app/NavigationProvider';
import { queries } from '#renderer/app/queries';
import { Button } from '#renderer/ui/Button';
import { EmptyState } from '#renderer/ui/EmptyState';
import { deskViews } from './deskViews';

function EmptySearch() {
  const { query, search } = useNavigation();
  return (
    <EmptyState
      icon={SearchX}
      title="Nothing found"
      action={<Button onClick={() => search('')}>Clear the search</Button>}
    >
      No article has “{query.trim()}” in its headline, standfirst, text, byline or hashtags.
    </EmptyState>
  );
}

/** What a new store says: what Nutgraf is for, and how to begin. */
function EmptyDesk() {
  return (
    <EmptyState
      icon={FileText}
      title="An empty desk"
      action={
        <>
          <Button look="main" onClick={() => void runCommand('import.files')}>
            Import…
          </Button>
          <Button onClick={() => void runCommand('article.new')}>New article</Button>
        </>
      }
    >
      Your articles stand here. Import the text of a page that you saved, or start writing.
    </EmptyState>
  );
}

/** What belongs in a list that holds nothing. */
export function EmptyList() {
  const { view, sectionId, query } = useNavigation();
  const counts = useQuery(queries.counts).data;
  if (query.trim() !== '') return <EmptySearch />;
  if (counts?.views.all === 0 && view !== 'trash') return <EmptyDesk />;
  const words = sectionId === null && view !== 'all' ? deskViews[view] : null;
  return (
    <EmptyState
      icon={words?.icon ?? FileText}
      title={words ? `${words.label}: none` : 'No article in this section'}
      action={view !== 'trash' && <Button onClick={() => void runCommand('article.new')}>New article</Button>}
    >
      {words?.empty ?? 'Articles that have this section stand here.'}
    </EmptyState>
  );
}
