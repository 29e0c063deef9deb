import { Newspaper } from 'lucide-react';
import { runCommand } from '#renderer/base/commands/commandBus';
import { Button } from '#renderer/ui/Button';
import { EmptyState } from '#renderer/ui/EmptyState';

/** What a new store says, where the text will be: what to do first. */
export function NoArticles() {
  return (
    <EmptyState
      icon={Newspaper}
      title="Your library is empty"
      action={
        <>
          <Button look="main" onClick={() => void runCommand('import.files')}>
            Import…
          </Button>
          <Button onClick={() => void runCommand('article.new')}>New article</Button>
        </>
      }
    >
      Import the text of a page that you saved: Nutgraf finds the story in it and leaves the page’s furniture
      out. Or start writing. All of it stays on this computer until you send it.
    </EmptyState>
  );
}
