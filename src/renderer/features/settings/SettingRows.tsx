import { Lock } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { bridge } from '#renderer/bridge';
import { reportProblem } from '#renderer/base/notices/notices';
import { Button } from '#renderer/ui/Button';
import { classes } from '#renderer/ui/classes';
import { SegmentedControl, type SegmentedControlProps } from '#renderer/ui/SegmentedControl';
import { Select } from '#renderer/ui/Select';
import { Switch } from '#renderer/ui/Switch';
import { assertNever } from '#shared/domain/failure';
import { type SettingKey, settingsPatch } from '#shared/domain/settings';
import { type SettingRow, settingsTable } from '#shared/domain/settingsTable';
import { say } from '#shared/language/say';
import { Marked, useHit } from './searchMarks';
import type { SettingsEdits } from './useSettingsEdits';

/** A card of rows under its heading. */
export function Card({ heading, children }: { readonly heading: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="space-y-2">
      <h4 id={id} className="font-semibold">
        {heading}
      </h4>
      <div className="divide-y divide-line overflow-hidden rounded-card border border-line bg-raised">
        {children}
      </div>
    </section>
  );
}

/** Says that the policy locks a setting. */
function SetByNewsroom({ id }: { readonly id?: string }) {
  return (
    <span id={id} className="inline-flex items-center gap-1.5 text-meta font-normal text-ink-2">
      <Lock aria-hidden className="size-3.5!" />
      {say('Set by the newsroom')}
    </span>
  );
}

interface RowProps {
  readonly name: SettingKey;
  readonly edits: SettingsEdits;
}

/** One setting: its name, what it does, and what it is set with. */
export function SettingLine({ name, edits }: RowProps) {
  const { label, about }: SettingRow = settingsTable[name];
  const { look, ...hit } = useHit(name);
  const ids = { label: useId(), about: useId(), lock: useId() };
  const isLocked = edits.isLocked(name);
  return (
    <div {...hit} className={classes('flex flex-wrap items-center gap-x-4 gap-y-2 px-3.5 py-2', look)}>
      <div className="min-w-52 flex-1">
        <div className="flex flex-wrap items-center gap-x-2.5">
          <span id={ids.label} className="font-medium">
            <Marked text={label()} entry={name} />
          </span>
          {isLocked && <SetByNewsroom id={ids.lock} />}
        </div>
        <p id={ids.about} className="text-meta text-ink-2">
          <Marked text={about()} />
        </p>
      </div>
      <Control
        name={name}
        edits={edits}
        labelId={ids.label}
        aboutId={isLocked ? `${ids.lock} ${ids.about}` : ids.about}
      />
    </div>
  );
}

interface ControlProps extends RowProps {
  readonly labelId: string;
  readonly aboutId: string;
}

function Control({ name, edits, labelId, aboutId }: ControlProps) {
  const { label, control }: SettingRow = settingsTable[name];
  const value = edits.settings[name];
  const isLocked = edits.isLocked(name);
  const choose = (next: unknown) => void edits.edit({ set: settingsPatch.parse({ [name]: next }) });
  switch (control.kind) {
    case 'switch':
      return (
        <Switch
          aria-labelledby={labelId}
          aria-describedby={aboutId}
          checked={value === true}
          disabled={isLocked}
          onChange={choose}
        />
      );
    case 'choice':
      return (
        <OneOf
          label={label()}
          describedBy={aboutId}
          choices={control.choices.map((choice) => ({ ...choice, label: choice.label() }))}
          value={typeof value === 'string' ? value : ''}
          disabled={isLocked}
          onChange={choose}
        />
      );
    case 'folder':
      return (
        <Folder
          title={control.title()}
          folder={typeof value === 'string' ? value : ''}
          aboutId={aboutId}
          isLocked={isLocked}
          onChoose={choose}
        />
      );
    // A table of its own: `KeyboardPanel`.
    case 'keys':
      return null;
    default:
      return assertNever(control);
  }
}

/** As many choices as stand beside one another; more are a list. */
const SIDE_BY_SIDE = 4;

function OneOf({ describedBy = '', disabled = false, ...props }: SegmentedControlProps<string>) {
  return props.choices.length > SIDE_BY_SIDE ? (
    <Select labelHidden describedBy={describedBy} disabled={disabled} {...props} />
  ) : (
    <SegmentedControl describedBy={describedBy} disabled={disabled} {...props} />
  );
}

interface FolderProps {
  readonly title: string;
  readonly folder: string;
  readonly aboutId: string;
  readonly isLocked: boolean;
  readonly onChoose: (folder: string) => void;
}

function Folder({ title, folder, aboutId, isLocked, onChoose }: FolderProps) {
  const pick = async () => {
    const picked = await bridge.app.pickFolder({ title, from: folder });
    if (picked !== null) onChoose(picked);
  };
  return (
    <div className="flex max-w-full min-w-0 items-center gap-2">
      <bdi title={folder} className="selectable one-line max-w-72 text-meta text-ink-2">
        {folder === '' ? say('None yet') : folder}
      </bdi>
      <Button
        aria-label={say('Choose… {folder}', { folder: title })}
        aria-describedby={aboutId}
        disabled={isLocked}
        onClick={() => void pick().catch(reportProblem)}
      >
        {say('Choose…')}
      </Button>
    </div>
  );
}
