import { useEffect, useState } from 'react';
import { NoArticles, ListPane, Rail, useNoArticles } from '../features/list';
import { ClosingGuard, EditorPane } from '../features/editor';
import { Inspector } from '../features/inspector';
import { StatusBar } from '../features/status';
import { useIsModalOpen } from '../ui/openModals';
import { runCommand } from '../base/commands/commandBus';
import { useCommandContext } from '../base/commands/context';
import { useNavigation } from '../base/navigation/NavigationProvider';
import { NoticeBanners } from './NoticeBanners';
import { guardFocus } from '../base/navigation/focus';
import { listenToPaneKeys } from '../base/navigation/panes';
import { SidePane } from './SidePane';
import { useLayout } from './useLayout';

/** The window: rail, list, text, inspector, and the status bar under them. */
export function Frame() {
  const { articleId } = useNavigation();
  const [openedWith] = useState(articleId);
  useCommandContext({ modal: useIsModalOpen() });
  const noArticles = useNoArticles();
  const { list, railFolds, inspector, showList, closeDrawers } = useLayout();
  useEffect(listenToPaneKeys, []);
  useEffect(() => guardFocus(openedWith === null ? 'list' : 'editor'), [openedWith]);
  useEffect(closeDrawers, [articleId, closeDrawers]);
  return (
    <div className="flex h-full flex-col">
      <NoticeBanners />
      <div className="flex min-h-0 flex-1">
        {!railFolds && (
          <div className="flex w-[clamp(188px,14.7vw,224px)] shrink-0 *:w-full">
            <Rail folded={false} onShow={showList} />
          </div>
        )}
        <div className="relative flex min-h-0 min-w-0 flex-1">
          <SidePane stands={list} side="left" onClose={closeDrawers}>
            <div className="flex min-h-0 w-full shrink-0 flex-col overflow-y-auto min-[900px]:w-[clamp(256px,34vw-174px,340px)]">
              {railFolds && <Rail folded onShow={() => void runCommand('view.list')} />}
              <ListPane />
            </div>
          </SidePane>
          <main
            aria-label="Article"
            data-pane="editor"
            tabIndex={-1}
            className="flex min-h-0 min-w-0 flex-1 flex-col bg-paper *:min-h-0 *:flex-1"
          >
            {articleId === null && noArticles ? <NoArticles /> : <EditorPane articleId={articleId} />}
          </main>
          <SidePane stands={inspector} side="right" onClose={closeDrawers}>
            <aside
              aria-label="Inspector"
              data-pane="inspector"
              tabIndex={-1}
              className="flex min-h-0 w-full shrink-0 flex-col border-l border-line bg-chrome min-[1180px]:w-[clamp(264px,30vw-120px,330px)]"
            >
              <Inspector articleId={articleId} />
            </aside>
          </SidePane>
        </div>
      </div>
      <StatusBar inspectorShown={inspector !== 'closed'} listFolds={list !== 'docked'} />
      <ClosingGuard />
    </div>
  );
}
