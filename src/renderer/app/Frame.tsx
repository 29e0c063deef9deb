import { type ReactNode, useEffect } from 'react';
import { EmptyDesk, ListPane, Rail, useEmptyDesk } from '../features/desk';
import { EditorPane } from '../features/editor';
import { Inspector } from '../features/inspector';
import { StatusBar } from '../features/status';
import { Drawer } from './Drawer';
import { useNavigation } from './NavigationProvider';
import { NoticeBanners } from './NoticeBanners';
import { listenToPaneKeys } from './panes';
import { type Side, useLayout } from './useLayout';

interface PlacedProps {
  readonly stands: Side;
  readonly side: 'left' | 'right';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A side pane where the layout has it. */
function Placed({ stands, side, onClose, children }: PlacedProps) {
  if (stands === 'closed') return null;
  if (stands === 'docked') return children;
  return (
    <Drawer side={side} onClose={onClose}>
      {children}
    </Drawer>
  );
}

function List() {
  return (
    <section
      aria-label="Articles"
      data-pane="list"
      tabIndex={-1}
      className="flex min-h-0 w-full min-w-0 flex-col border-r border-line bg-chrome"
    >
      <ListPane />
    </section>
  );
}

/** The window: rail, list, text, inspector, and the status bar under them. */
export function Frame() {
  const { articleId } = useNavigation();
  const emptyDesk = useEmptyDesk();
  const { list, inspector, closeDrawers } = useLayout();
  useEffect(listenToPaneKeys, []);
  useEffect(closeDrawers, [articleId, closeDrawers]);
  return (
    <div className="flex h-full flex-col">
      <NoticeBanners />
      <div className="relative flex min-h-0 flex-1">
        <div className="flex w-[clamp(188px,14.7vw,224px)] shrink-0 *:w-full">
          <Rail />
        </div>
        <Placed stands={list} side="left" onClose={closeDrawers}>
          <div className="flex min-h-0 w-full shrink-0 min-[900px]:w-[clamp(256px,34vw-174px,340px)]">
            <List />
          </div>
        </Placed>
        <main
          aria-label="Article"
          data-pane="editor"
          tabIndex={-1}
          className="flex min-h-0 min-w-0 flex-1 flex-col bg-paper *:min-h-0 *:flex-1"
        >
          {articleId === null && emptyDesk ? <EmptyDesk /> : <EditorPane articleId={articleId} />}
        </main>
        <Placed stands={inspector} side="right" onClose={closeDrawers}>
          <aside
            aria-label="Inspector"
            data-pane="inspector"
            tabIndex={-1}
            className="flex min-h-0 w-full shrink-0 flex-col border-l border-line bg-chrome min-[1180px]:w-[clamp(264px,30vw-120px,330px)]"
          >
            <Inspector articleId={articleId} />
          </aside>
        </Placed>
      </div>
      <StatusBar />
    </div>
  );
}
