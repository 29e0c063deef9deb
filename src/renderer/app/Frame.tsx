import { useEffect, useState, startTransition } from 'react';
import { Pane } from '../base/navigation/panes';
import { reportProblem } from '../base/notices/notices';
import { firstReads, windowClient } from '../base/queries/firstReads';
import { queries } from '../base/queries/queries';
import { NoArticles, ListPane, Rail, useNoArticles } from '../features/list';
import { useIsModalOpen } from '../ui/openModals';
import { runCommand, allHandlersStand } from '../base/commands/commandBus';
import { useCommandContext } from '../base/commands/context';
import { useNavigation } from '../base/navigation/NavigationProvider';
import { NoticeBanners } from './NoticeBanners';
import { guardFocus } from '../base/navigation/focus';
import { SidePane } from './SidePane';
import type * as restOfWindow from './restOfWindow';
import { useLayout } from './useLayout';
import { say } from '#shared/language/say';

type RestOfWindow = typeof restOfWindow;

/** ms after which it is loaded though the window was never idle. */
const PATIENCE = 200;

let loading: Promise<RestOfWindow> | undefined;

const idle = async (): Promise<void> =>
  new Promise((resolve) => {
    requestIdleCallback(() => resolve(), { timeout: PATIENCE });
  });

async function loadRest(): Promise<RestOfWindow> {
  await firstReads;
  await idle();
  // The first thing that it asks for: main loads what answers while this window loads what asks.
  void windowClient.prefetchQuery(queries.accounts);
  return import('./restOfWindow');
}

/** Everything beside the list; null until the first rows are read and it is loaded. */
function useRestOfWindow(): RestOfWindow | null {
  const [loaded, setLoaded] = useState<RestOfWindow | null>(null);
  useEffect(() => {
    loading ??= loadRest();
    loading.then((module) => startTransition(() => setLoaded(module)), reportProblem);
  }, []);
  // All of it is mounted by now: a parent's effects run after its children's.
  useEffect(() => {
    if (loaded) allHandlersStand();
  }, [loaded]);
  return loaded;
}

const looks = {
  editor: 'flex min-h-0 min-w-0 flex-1 flex-col bg-paper *:min-h-0 *:flex-1',
  inspector:
    'flex min-h-0 w-full shrink-0 flex-col border-s border-line bg-chrome min-[1180px]:w-[clamp(264px,30vw-120px,330px)]',
  status:
    'flex min-h-7 flex-wrap items-center gap-x-5 border-t border-line bg-chrome px-3.5 text-meta text-ink-2',
} as const;

/** The window: rail, list, text, inspector, and the status bar under them. */
export function Frame() {
  const { articleId } = useNavigation();
  const [openedWith] = useState(articleId);
  const rest = useRestOfWindow();
  const siteState = rest && <rest.SiteState />;
  useCommandContext({ modal: useIsModalOpen() });
  const noArticles = useNoArticles();
  const { list, railFolds, inspector, showList, closeDrawers } = useLayout();
  useEffect(() => guardFocus(openedWith === null ? 'list' : 'editor'), [openedWith]);
  useEffect(closeDrawers, [articleId, closeDrawers]);
  return (
    <div className="flex h-full flex-col">
      <NoticeBanners />
      <div className="flex min-h-0 flex-1">
        {!railFolds && (
          <div className="flex w-[clamp(188px,14.7vw,224px)] shrink-0 *:w-full">
            <Rail folded={false} onShow={showList} foot={siteState} />
          </div>
        )}
        <div className="relative flex min-h-0 min-w-0 flex-1">
          <SidePane stands={list} side="start" onClose={closeDrawers}>
            <div className="flex min-h-0 w-full shrink-0 flex-col overflow-y-auto min-[900px]:w-[clamp(256px,34vw-174px,340px)]">
              {railFolds && <Rail folded onShow={() => void runCommand('view.list')} foot={siteState} />}
              <ListPane />
            </div>
          </SidePane>
          <Pane as="main" name="editor" label={say('Article')} className={looks.editor}>
            {articleId === null && noArticles ? (
              <NoArticles />
            ) : (
              rest && <rest.EditorPane articleId={articleId} />
            )}
          </Pane>
          <SidePane stands={inspector} side="end" onClose={closeDrawers}>
            <Pane as="aside" name="inspector" label={say('Inspector')} className={looks.inspector}>
              {rest && <rest.Inspector articleId={articleId} />}
            </Pane>
          </SidePane>
        </div>
      </div>
      <Pane as="footer" name="status" label={say('Status')} className={looks.status}>
        {rest && <rest.StatusBar inspectorShown={inspector !== 'closed'} listFolds={list !== 'docked'} />}
      </Pane>
      {rest && <rest.Dialogs />}
    </div>
  );
}
