import { FileText, TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { assertNever } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import { commands } from '#shared/commands';
import { runCommand } from '#renderer/base/commands/commandBus';
import { useObservablePart } from '#renderer/base/observable';
import { Banner } from '#renderer/ui/Banner';
import { Button } from '#renderer/ui/Button';
import { EmptyState } from '#renderer/ui/EmptyState';
import { Spinner } from '#renderer/ui/Spinner';
import { StoryBody } from './body/StoryBody';
import { useScrollPlace } from './body/useScrollPlace';
import { EditorCommands } from './EditorCommands';
import './editor.css';
import { StoryHead } from './head/StoryHead';
import { useAutosave, useOpening, useShownArticle } from './useOpenArticle';
import { isTrashed } from './openArticle';
import type { OpenArticle } from './openArticle';
import { SavingBanner } from './saving/SavingBanner';
import { Toolbar } from './toolbar/Toolbar';
import { say } from '#shared/language/say';

/** The pane in which an article is written. */
export function EditorPane({ articleId }: { readonly articleId: Id | null }) {
  useShownArticle(articleId);
  return (
    <div className="editor-pane">
      <Shown />
    </div>
  );
}

function Shown() {
  const opening = useOpening();
  switch (opening.kind) {
    case 'none':
      return <NoArticle />;
    case 'loading':
      return (
        <div className="editor-middle">
          <Spinner label={say('Opening the article')} />
        </div>
      );
    case 'failed':
      return (
        <EmptyState icon={TriangleAlert} title={say('This article cannot be shown')}>
          {opening.failure.message}
        </EmptyState>
      );
    case 'open':
      return <Article key={opening.article.id} article={opening.article} />;
    default:
      return assertNever(opening);
  }
}

function Article({ article }: { readonly article: OpenArticle }) {
  const trashed = useObservablePart(article.card, isTrashed);
  const column = useRef<HTMLElement>(null);
  useWindowTitle(article);
  const scroller = useRef<HTMLDivElement>(null);
  useScrollPlace(article, scroller);
  useEffect(() => {
    const isNew = article.autosave.state().story.headline === '';
    if (isNew) column.current?.querySelector<HTMLElement>('[data-field=headline]')?.focus();
  }, [article]);
  return (
    <>
      <EditorCommands article={article} trashed={trashed} />
      <Toolbar article={article} readOnly={trashed} />
      {trashed && (
        <Banner
          tone="info"
          actions={<Button onClick={() => void runCommand('article.restore')}>{say('Put back')}</Button>}
        >
          {say('In the trash. Put it back to change it.')}
        </Banner>
      )}
      <SavingBanner article={article} trashed={trashed} />
      <div className="editor-scroll" ref={scroller} onBlur={() => void article.autosave.flush()}>
        <article className="editor-column" ref={column}>
          <StoryHead article={article} readOnly={trashed} />
          <StoryBody article={article} readOnly={trashed} />
        </article>
      </div>
    </>
  );
}

/** The window is named after its article, so that several can be distinguished in the system's lists. */
function useWindowTitle(article: OpenArticle): void {
  const headline = useAutosave(article, ({ story }) => story.headline.trim());
  useEffect(() => {
    document.title = `${headline || say('No headline yet')} – Nutgraf`;
    return () => {
      document.title = 'Nutgraf';
    };
  }, [headline]);
}

function NoArticle() {
  return (
    <EmptyState
      icon={FileText}
      title={say('No article is open')}
      action={
        <>
          <Button onClick={() => void runCommand('import.files')}>{commands['import.files'].label()}</Button>
          <Button look="main" onClick={() => void runCommand('article.new')}>
            {commands['article.new'].label()}
          </Button>
        </>
      }
    >
      {say('Choose one from the list, start a new one, or import a page.')}
    </EmptyState>
  );
}
