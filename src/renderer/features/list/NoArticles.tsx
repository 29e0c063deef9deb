import { Newspaper } from 'lucide-react';
import { runCommand } from '#renderer/base/commands/commandBus';
import { Button } from '#renderer/ui/Button';
import { EmptyState } from '#renderer/ui/EmptyState';
import { useQuery } from '@tanstack/react-query';
import { queries } from '#renderer/base/queries/queries';
import { say } from '#shared/language/say';

/** What an empty library says in the editor's place: what to do first. */
export function NoArticles() {
  return (
    <EmptyState
      icon={Newspaper}
      title={say('Your library is empty')}
      action={
        <>
          <Button look="main" onClick={() => void runCommand('import.files')}>
            {say('Import…')}
          </Button>
          <Button onClick={() => void runCommand('article.new')}>{say('New article')}</Button>
        </>
      }
    >
      {say(
        'Import a page that you saved: Nutgraf finds the story and leaves the page furniture out. Or start writing. Everything stays on this computer until you send it.',
      )}
    </EmptyState>
  );
}

/** Whether the store has no articles at all outside the trash; false until that is known. */
export function useNoArticles(): boolean {
  return useQuery(queries.counts).data?.views.all === 0;
}
