import { useQuery } from '@tanstack/react-query';
import { FileInput } from 'lucide-react';
import { articleFields, fieldNames } from '#shared/domain/fields';
import type { FieldName } from '#shared/domain/fields';
import { fullTime } from '#shared/domain/fullTime';
import { runCommand } from '#renderer/base/commands/commandBus';
import { useObservable } from '#renderer/base/observable';
import { queries } from '#renderer/base/queries/queries';
import { useAutosave } from '#renderer/features/editor';
import { Button } from '#renderer/ui/Button';
import { FieldOfTab } from './fieldControls';
import type { TabField } from './fieldControls';
import type { TabProps } from './tabProps';

const isOfTab = (name: FieldName): name is TabField => articleFields[name].control !== null;

const ofTab = fieldNames.filter(isOfTab);
const isFirst = (name: TabField): boolean => 'isFirst' in articleFields[name];
const shown = [...ofTab.filter(isFirst), ...ofTab.filter((name) => !isFirst(name))];

/** The fields of the article that are not read as part of the story. */
export function ArticleTab({ article, readOnly }: TabProps) {
  return (
    <div className="flex flex-col gap-4">
      {shown.map((name) => (
        <FieldOfTab key={name} article={article} readOnly={readOnly} name={name} />
      ))}
      <Dates article={article} />
    </div>
  );
}

function Dates({ article }: Pick<TabProps, 'article'>) {
  const { createdAt, updatedAt } = useObservable(article.card);
  const savedAt = useAutosave(article, (state) => state.savedAt);
  const { data: report } = useQuery(queries.importReport(article.id));
  return (
    <>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 border-t border-line pt-4 text-meta text-ink-2">
        <dt>Created</dt>
        <dd className="text-right">{fullTime(createdAt)}</dd>
        <dt>Changed</dt>
        <dd className="text-right">{fullTime(savedAt ?? updatedAt)}</dd>
      </dl>
      {report && (
        <Button onClick={() => void runCommand('import.report')}>
          <FileInput aria-hidden /> Import report
        </Button>
      )}
    </>
  );
}
