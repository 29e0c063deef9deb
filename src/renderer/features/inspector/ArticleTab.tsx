import { useQuery } from '@tanstack/react-query';
import { FileInput } from 'lucide-react';
import type { ArticleStatus } from '#shared/domain/article';
import { slugOf } from '#shared/domain/slug';
import { runCommand } from '#renderer/base/commands/commandBus';
import { useObservable } from '#renderer/base/observable';
import { queries } from '#renderer/base/queries/queries';
import { fullTime } from '#shared/domain/fullTime';
import { changeFields, NO_SECTION, sectionChoices, useAutosave, useScript } from '#renderer/features/editor';
import type { FieldChange } from '#renderer/features/editor';
import { useSections } from '#renderer/features/sections';
import { Button } from '#renderer/ui/Button';
import { SegmentedControl } from '#renderer/ui/SegmentedControl';
import { Select } from '#renderer/ui/Select';
import type { Choice } from '#renderer/ui/Select';
import { languageChoices } from './languages';
import { LineField } from './LineField';
import type { TabProps } from './tabProps';

const statusLabels: Readonly<Record<ArticleStatus, string>> = {
  draft: 'Draft',
  ready: 'Ready',
  scheduled: 'Scheduled',
  published: 'Published',
  killed: 'Killed',
};

/** Scheduling needs a time and comes with the CMS: it is shown where it holds, and not offered. */
function statusChoices(status: ArticleStatus): readonly Choice<ArticleStatus>[] {
  return (Object.keys(statusLabels) as ArticleStatus[])
    .filter((value) => value !== 'scheduled' || status === 'scheduled')
    .map((value) => ({ value, label: statusLabels[value] }));
}

/** The fields of the article that are not read as part of the story. */
export function ArticleTab({ article, readOnly }: TabProps) {
  const sections = useSections();
  const edit = (change: FieldChange): void => changeFields(article, change);
  const sectionId = useAutosave(article, ({ story }) => story.sectionId);
  const status = useAutosave(article, ({ story }) => story.status);
  return (
    <div className="flex flex-col gap-4">
      <Select
        label="Status"
        data-field="status"
        choices={statusChoices(status)}
        value={status}
        disabled={readOnly}
        onChange={(value) => edit({ status: value })}
      />
      <Select
        label="Section"
        data-field="sectionId"
        choices={sectionChoices(sections)}
        value={sectionId ?? NO_SECTION}
        disabled={readOnly}
        onChange={(value) => edit({ sectionId: value === NO_SECTION ? null : value })}
      />
      <LineField article={article} readOnly={readOnly} name="kicker" />
      <LineField article={article} readOnly={readOnly} name="byline" />
      <LineField article={article} readOnly={readOnly} name="dateline" />
      <SlugField article={article} readOnly={readOnly} />
      <Script article={article} readOnly={readOnly} />
      <Dates article={article} />
    </div>
  );
}

function SlugField({ article, readOnly }: TabProps) {
  const headline = useAutosave(article, ({ story }) => story.headline);
  const slug = useAutosave(article, ({ story }) => story.slug);
  const made = slugOf(headline);
  return (
    <div className="flex flex-col gap-1.5">
      <LineField article={article} readOnly={readOnly} name="slug" />
      <Button
        className="self-start"
        disabled={readOnly || made === '' || made === slug}
        onClick={() => changeFields(article, { slug: made })}
      >
        Make from headline
      </Button>
    </div>
  );
}

function Script({ article, readOnly }: TabProps) {
  const language = useAutosave(article, ({ story }) => story.language);
  const direction = useAutosave(article, ({ story }) => story.direction);
  const script = useScript(article);
  const edit = (change: FieldChange): void => changeFields(article, change);
  return (
    <>
      <Select
        label="Language"
        data-field="language"
        choices={languageChoices(language, script.isGuessed ? script.language : '')}
        value={language}
        disabled={readOnly}
        onChange={(value) => edit({ language: value })}
      />
      <div className="flex flex-col gap-1">
        <span aria-hidden className="text-meta font-medium text-ink-2">
          Direction
        </span>
        <SegmentedControl
          label="Direction"
          data-field="direction"
          choices={[
            { value: 'auto', label: 'By text' },
            { value: 'ltr', label: 'Left' },
            { value: 'rtl', label: 'Right' },
          ]}
          value={direction}
          disabled={readOnly}
          onChange={(value) => edit({ direction: value })}
        />
      </div>
    </>
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
