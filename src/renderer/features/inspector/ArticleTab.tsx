import { useQuery } from '@tanstack/react-query';
import { FileInput } from 'lucide-react';
import { articleFields, fieldNames } from '#shared/domain/fields';
import type { FieldName } from '#shared/domain/fields';
import { fullTime } from '#shared/domain/fullTime';
import type { Time } from '#shared/domain/id';
import { runCommand } from '#renderer/base/commands/commandBus';
import { useObservablePart } from '#renderer/base/observable';
import { queries } from '#renderer/base/queries/queries';
import { useAutosave } from '#renderer/features/editor';
import { Button } from '#renderer/ui/Button';
import { FieldOfTab } from './fieldControls';
import type { TabField } from './fieldControls';
import type { TabProps } from './tabProps';
import { say } from '#shared/language/say';

const isOfTab = (name: FieldName): name is TabField => articleFields[name].control !== null;

const ofTab = fieldNames.filter(isOfTab);
const isFirst = (name: TabField): boolean => 'isFirst' in articleFields[name];
const shown = [...ofTab.filter(isFirst), ...ofTab.filter((name) => !isFirst(name))];

/** The article's fields that are not read as part of the story. */
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

/** As exact as what is shown: two saves a second, while somebody types, then change nothing here. */
const minuteOf = (time: Time): Time => time - (time % 60_000);

function Dates({ article }: Pick<TabProps, 'article'>) {
  const createdAt = useObservablePart(article.card, (card) => card.createdAt);
  const updatedAt = useObservablePart(article.card, (card) => minuteOf(card.updatedAt));
  const savedAt = useAutosave(article, (state) => state.savedAt && minuteOf(state.savedAt));
  const { data: report } = useQuery(queries.importReport(article.id));
  return (
    <>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 border-t border-line pt-4 text-meta text-ink-2">
        <dt>{say('Created')}</dt>
        <dd className="text-end">{fullTime(createdAt)}</dd>
        <dt>{say('Changed')}</dt>
        <dd className="text-end">{fullTime(savedAt ?? updatedAt)}</dd>
      </dl>
      {report && (
        <Button onClick={() => void runCommand('import.report')}>
          <FileInput aria-hidden /> {say('Import report')}
        </Button>
      )}
    </>
  );
}
