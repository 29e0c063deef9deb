import { Lock, RotateCcw, TriangleAlert } from 'lucide-react';
import { Button } from '#renderer/ui/Button';
import { classes } from '#renderer/ui/classes';
import { type CommandId, commands } from '#shared/commands';
import { say, saying } from '#shared/language/say';
import { KeyCaps } from './KeyCaps';
import { KeyRecorder } from './KeyRecorder';
import type { KeyRow } from './keyRows';
import { Marked, useHit } from './searchMarks';

/** What is under way in a row. */
export type Recording =
  | { readonly kind: 'pressing'; readonly id: CommandId; readonly refusal: string | null }
  /** The keys that were pressed are another command's. */
  | { readonly kind: 'taken'; readonly id: CommandId; readonly keys: string; readonly by: CommandId };

export interface KeyLineProps {
  readonly row: KeyRow;
  /** Null when another row, or none, is being changed. */
  readonly recording: Recording | null;
  readonly onRecord: () => void;
  readonly onPress: (keys: string | null) => void;
  readonly onUnusable: (key: string) => void;
  readonly onTake: () => void;
  readonly onCancel: () => void;
  readonly onLeave: () => void;
  readonly onReset: () => void;
}

const origins: Readonly<Record<KeyRow['from'], () => string>> = {
  default: saying('Default'),
  chosen: saying('Changed by you'),
  newsroom: saying('From the newsroom'),
  locked: saying('Set by the newsroom'),
  system: saying('The system’s'),
};

function Origin({ row, isTaken }: { readonly row: KeyRow; readonly isTaken: boolean }) {
  if (isTaken || row.takenBy !== null)
    return (
      <span className="inline-flex items-center gap-1.5 text-warn">
        <TriangleAlert aria-hidden className="size-3.5!" />
        {isTaken || row.takenBy === null
          ? say('Taken')
          : say('“{command}” has them', { command: commands[row.takenBy].label() })}
      </span>
    );
  return (
    <span className="inline-flex items-center gap-1.5 text-ink-2">
      {row.from === 'locked' && <Lock aria-hidden className="size-3.5!" />}
      {origins[row.from]()}
    </span>
  );
}

/** One command of the table of keys, and what its change runs into. */
export function KeyLine(props: KeyLineProps) {
  const { row, recording } = props;
  const { ref, look, ...hit } = useHit(`keys.${row.id}`);
  const isFixed = row.from === 'locked' || row.from === 'system';
  return (
    <div
      ref={ref}
      role="row"
      {...hit}
      className={classes(
        'grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] items-center gap-x-4 gap-y-1 px-3.5 py-0.5 min-[900px]:grid-cols-[220px_200px_minmax(0,1fr)_auto]',
        recording && 'bg-warn-soft',
        look,
      )}
    >
      <div role="rowheader">
        <Marked text={row.label} entry={`keys.${row.id}`} />
      </div>
      <div role="cell">
        {recording?.kind === 'pressing' ? (
          <KeyRecorder
            label={row.label}
            onPress={props.onPress}
            onUnusable={props.onUnusable}
            onCancel={props.onCancel}
            onLeave={props.onLeave}
          />
        ) : (
          <KeyCaps keys={recording?.kind === 'taken' ? recording.keys : row.keys} />
        )}
      </div>
      <div role="cell" className="text-meta">
        <Origin row={row} isTaken={recording?.kind === 'taken'} />
      </div>
      <div role="cell" className="flex min-h-8 items-center justify-end gap-1">
        {recording === null && !isFixed && <Actions {...props} />}
        {recording?.kind === 'pressing' && <span className="text-meta text-ink-2">{say('Esc cancels')}</span>}
      </div>
      {recording && <Trouble {...props} recording={recording} />}
    </div>
  );
}

function Actions({ row, onRecord, onReset }: Pick<KeyLineProps, 'row' | 'onRecord' | 'onReset'>) {
  const command = row.label;
  return (
    <>
      {row.from === 'chosen' && (
        <Button
          look="quiet"
          aria-label={say('Reset the keys of {command}', { command })}
          className="h-7 px-2"
          onClick={onReset}
        >
          <RotateCcw aria-hidden className="size-3.5!" />
          {say('Reset')}
        </Button>
      )}
      <Button
        look="quiet"
        aria-label={
          row.keys === null
            ? say('Add keys to {command}', { command })
            : say('Change the keys of {command}', { command })
        }
        className="h-7 px-2"
        data-keys-of={row.id}
        onClick={onRecord}
      >
        {row.keys === null ? say('Add keys') : say('Change')}
      </Button>
    </>
  );
}

function Trouble({ recording, onRecord, onTake }: KeyLineProps & { readonly recording: Recording }) {
  if (recording.kind === 'pressing')
    return recording.refusal === null ? null : (
      <div role="cell" className="col-span-full">
        <p role="alert">{recording.refusal}</p>
      </div>
    );
  return (
    <div role="cell" className="col-span-full flex flex-wrap items-center gap-2 pb-1">
      <p role="alert" className="min-w-52 flex-1">
        {say('“{command}” has these keys. Taking them leaves it with none.', {
          command: commands[recording.by].label(),
        })}
      </p>
      <Button data-goes-on onClick={onRecord}>
        {say('Choose others')}
      </Button>
      <Button onClick={onTake}>{say('Take the keys')}</Button>
    </div>
  );
}
