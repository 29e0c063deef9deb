import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useCommand } from '#renderer/base/commands/commandBus';
import { useNavigation } from '#renderer/base/navigation/NavigationProvider';
import { queries } from '#renderer/base/queries/queries';
import { bridge } from '#renderer/bridge';
import { openArticles } from '#renderer/features/editor';
import { placeSections, useSections } from '#renderer/features/sections';
import { Banner } from '#renderer/ui/Banner';
import { Button } from '#renderer/ui/Button';
import { Dialog } from '#renderer/ui/Dialog';
import { SegmentedControl } from '#renderer/ui/SegmentedControl';
import { Select } from '#renderer/ui/Select';
import type { ExportFormat } from '#shared/domain/exportFormats';
import type { ExportSelection } from '#shared/domain/exportJob';
import { toFailure } from '#shared/domain/failure';
import type { Id } from '#shared/domain/id';
import { exportFormats, mainFormatOf, mainFormats, variantsOf } from '#shared/domain/exportFormats';
import { isUnderWay } from '#shared/domain/job';
import { say } from '#shared/language/say';
import { HeldArticles, useHeld } from './HeldArticles';
import { JobView } from './JobView';

/** Handles the export command. */
export function ExportDialogs() {
  const [open, setOpen] = useState(false);
  useCommand('export.dialog', () => setOpen(true));
  return open ? <ExportDialog onClose={() => setOpen(false)} /> : null;
}

type Scope = ExportSelection['kind'];

interface FormatsProps {
  readonly value: ExportFormat;
  readonly onChange: (format: ExportFormat) => void;
}

function Formats({ value, onChange }: FormatsProps) {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1 text-meta font-medium text-ink-2">{say('Format')}</legend>
      <div className="grid grid-cols-2 gap-2 max-[480px]:grid-cols-1">
        {mainFormats.map((format) => (
          <label
            key={format}
            className="flex cursor-default items-start gap-2.5 rounded-card border border-line bg-raised p-3 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              checked={mainFormatOf(value) === format}
              onChange={() => onChange(format)}
              className="mt-1 accent-accent outline-none"
            />
            <span className="font-semibold">
              {exportFormats[format].label()}
              <small className="block text-meta font-normal text-ink-2">{exportFormats[format].hint()}</small>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Which program's keys the fields get. */
function Variant({ value, onChange }: FormatsProps) {
  const variants = variantsOf(mainFormatOf(value));
  if (variants.length === 1) return null;
  return (
    <Select
      label={say('Front matter for')}
      value={value}
      onChange={onChange}
      choices={variants.map((variant) => ({
        value: variant,
        label: exportFormats[variant].variantOf === null ? 'Nutgraf' : exportFormats[variant].hint(),
      }))}
    />
  );
}

function selectionOf(scope: Scope, articleId: Id | null, sectionId: Id | null): ExportSelection | null {
  if (scope === 'all') return { kind: 'all' };
  if (scope === 'section') return sectionId === null ? null : { kind: 'section', sectionId };
  return articleId === null ? null : { kind: 'articles', ids: [articleId] };
}

function useScope() {
  const { articleId, sectionId: shownSection } = useNavigation();
  const sections = useSections();
  const [scope, setScope] = useState<Scope>(articleId === null ? 'all' : 'articles');
  const [chosen, setChosen] = useState<Id | null>(shownSection);
  const sectionId = chosen ?? sections[0]?.id ?? null;
  const choices: readonly { readonly value: Scope; readonly label: string }[] = [
    ...(articleId === null ? [] : [{ value: 'articles' as const, label: say('This article') }]),
    { value: 'section', label: say('One section') },
    { value: 'all', label: say('All articles') },
  ];
  return {
    scope,
    setScope,
    choices,
    sectionId,
    setChosen,
    selection: selectionOf(scope, articleId, sectionId),
  };
}

function What({ scope, setScope, choices, sectionId, setChosen }: ReturnType<typeof useScope>) {
  const sections = useSections();
  return (
    <div className="space-y-3">
      <div>
        <div className="mb-1 text-meta font-medium text-ink-2">{say('What')}</div>
        <SegmentedControl label={say('What to export')} choices={choices} value={scope} onChange={setScope} />
      </div>
      {scope === 'section' && (
        <Select
          label={say('Section')}
          value={sectionId ?? ''}
          onChange={setChosen}
          choices={placeSections(sections).map(({ section, depth }) => ({
            value: section.id,
            label: '\u2003'.repeat(depth) + section.name,
          }))}
        />
      )}
    </div>
  );
}

/** Starts an export after saving what was typed; main asks for the folder. */
function useStart() {
  const [jobId, setJobId] = useState<Id | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const start = async (request: {
    readonly format: ExportFormat;
    readonly selection: ExportSelection;
    readonly override: string | null;
  }): Promise<void> => {
    if (asking) return;
    setAsking(true);
    setProblem(null);
    try {
      await openArticles.requireSaved();
      const job = await bridge.exports.start(request);
      if (job) setJobId(job.id);
    } catch (thrown) {
      setProblem(toFailure(thrown).message);
    }
    setAsking(false);
  };
  const job = useQuery(queries.jobs).data?.find(({ id }) => id === jobId);
  return { start, job, problem };
}

/** Asks for a format and for what to write, then shows the progress of the export. */
function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const [format, setFormat] = useState<ExportFormat>('markdown');
  const what = useScope();
  const { start, job, problem } = useStart();
  const { override, ...holds } = useHeld(what.selection);
  const choosing = (
    <>
      <Button onClick={onClose}>{say('Cancel')}</Button>
      <Button
        look="main"
        disabled={what.selection === null}
        onClick={() => what.selection && void start({ format, selection: what.selection, override })}
      >
        {say('Choose a folder and export…')}
      </Button>
    </>
  );
  return (
    <Dialog
      title={say('Export')}
      about={
        job && isUnderWay(job)
          ? say('The export continues when you close this. The status bar shows its progress.')
          : say('Writes articles as files to a folder you choose.')
      }
      onClose={onClose}
      actions={
        job ? (
          <Button data-goes-on onClick={onClose}>
            {say('Done')}
          </Button>
        ) : (
          choosing
        )
      }
    >
      {job ? (
        <JobView job={job} />
      ) : (
        <div className="space-y-4">
          {problem !== null && <Banner tone="bad">{problem}</Banner>}
          <Formats value={format} onChange={setFormat} />
          <Variant value={format} onChange={setFormat} />
          <What {...what} />
          <HeldArticles {...holds} />
        </div>
      )}
    </Dialog>
  );
}
