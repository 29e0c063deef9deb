import { PanelRight } from 'lucide-react';
import type { Id } from '#shared/domain/id';
import { observable, useObservable, useObservablePart } from '#renderer/base/observable';
import { isTrashed, useOpenArticle } from '#renderer/features/editor';
import type { OpenArticle } from '#renderer/features/editor';
import { PublishTab } from '#renderer/features/publishing';
import { EmptyState } from '#renderer/ui/EmptyState';
import { Tabs } from '#renderer/ui/Tabs';
import { AdsTab } from './AdsTab';
import { ArticleTab } from './ArticleTab';
import { HistoryTab } from './HistoryTab';
import { say } from '#shared/language/say';

type TabName = 'article' | 'ads' | 'history' | 'publish';

const shownTab = observable<TabName>('article');

/** Shows a tab of the inspector, of whichever article is open. */
export const showInspectorTab = (tab: TabName): void => shownTab.set(() => tab);

/** Everything about the open article except its text. */
export function Inspector({ articleId }: { readonly articleId: Id | null }) {
  const article = useOpenArticle();
  const tab = useObservable(shownTab);
  if (!article || article.id !== articleId)
    return (
      <EmptyState icon={PanelRight} title={say('Nothing to inspect')}>
        {say('The open article’s fields, ad slots and history appear here.')}
      </EmptyState>
    );
  return <ArticleTabs article={article} tab={tab} onChange={showInspectorTab} />;
}

interface ArticleTabsProps {
  readonly article: OpenArticle;
  readonly tab: TabName;
  readonly onChange: (tab: TabName) => void;
}

function ArticleTabs({ article, tab, onChange }: ArticleTabsProps) {
  const readOnly = useObservablePart(article.card, isTrashed);
  return (
    <Tabs
      key={article.id}
      label={say('Inspector')}
      value={tab}
      onChange={onChange}
      tabs={[
        {
          name: 'article',
          label: say('Article'),
          content: <ArticleTab article={article} readOnly={readOnly} />,
        },
        { name: 'ads', label: say('Ads'), content: <AdsTab article={article} readOnly={readOnly} /> },
        {
          name: 'history',
          label: say('History'),
          content: <HistoryTab article={article} readOnly={readOnly} />,
        },
        { name: 'publish', label: say('Publish'), content: <PublishTab articleId={article.id} /> },
      ]}
    />
  );
}
