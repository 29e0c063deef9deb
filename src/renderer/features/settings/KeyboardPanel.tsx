import { useState } from 'react';
import { platform } from '#renderer/base/commands/commandKeys';
import { classes } from '#renderer/ui/classes';
import { SegmentedControl } from '#renderer/ui/SegmentedControl';
import { type CommandId, commands } from '#shared/commands';
import { commandOfKeys, isChangeable, keysOfCommands } from '#shared/commands/keys';
import { whyReserved } from '#shared/commands/reservedKeys';
import { say } from '#shared/language/say';
import { figure } from '#shared/language/formats';
import { KeyFind } from './KeyFind';
import { KeyLine, type KeyLineProps, type Recording } from './KeyLine';
import {
  type KeyFilter,
  type KeyQuery,
  type KeyRow,
  keyFilters,
  keyRows,
  matchingRows,
  withKeys,
  withoutKeys,
} from './keyRows';
import { useHit } from './searchMarks';
import type { SettingsEdits } from './useSettingsEdits';

interface KeyboardPanelProps {
  readonly edits: SettingsEdits;
}

/** Puts the focus on the button that changes a command's keys, once the row is drawn without what had it. */
const backTo = (id: CommandId): void => {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-keys-of="${id}"]`)?.focus());
};

/** Why keys cannot be a command's, as a sentence; null where they can. */
function refusalOf(keys: string, id: CommandId, { sources, settings }: SettingsEdits): string | null {
  const why = whyReserved(keys, platform());
  if (why !== null) return say('{reason} Press others.', { reason: why });
  const by = commandOfKeys(keysOfCommands(settings.keys, platform()), keys);
  const isFixed = by !== null && by !== id && Object.hasOwn(sources.locked.keys ?? {}, by);
  if (by === null || !(isFixed || !isChangeable(by))) return null;
  return say('“{command}” has these keys, and they cannot be taken from it. Press others.', {
    command: commands[by].label(),
  });
}

/** How a row is changed: keys are pressed into it, and are kept at once unless they are another command's. */
function useRecording(edits: SettingsEdits) {
  const [recording, setRecording] = useState<Recording | null>(null);
  const { settings } = edits;
  const keep = (id: CommandId, keys: string | null, from: CommandId | null): void => {
    setRecording(null);
    backTo(id);
    void edits.edit((now) => ({ set: { keys: withKeys(now, { id, keys, from }) } }));
  };
  const press = (id: CommandId, keys: string | null): void => {
    const refusal = keys === null ? null : refusalOf(keys, id, edits);
    if (refusal !== null) return setRecording({ kind: 'pressing', id, refusal });
    const by = keys === null ? null : commandOfKeys(keysOfCommands(settings.keys, platform()), keys);
    if (keys !== null && by !== null && by !== id) return setRecording({ kind: 'taken', id, keys, by });
    keep(id, keys, null);
  };
  const leave = (id: CommandId): void =>
    setRecording((now) => (now?.kind === 'pressing' && now.id === id ? null : now));
  return {
    recording,
    of: ({ id }: KeyRow) => ({
      recording: recording?.id === id ? recording : null,
      onRecord: () => setRecording({ kind: 'pressing', id, refusal: null }),
      onPress: (keys: string | null) => press(id, keys),
      onUnusable: (key: string) =>
        setRecording({
          kind: 'pressing',
          id,
          refusal: say('“{key}” types, moves or deletes something, or is the system’s. Press others.', {
            key: key === ' ' ? say('Space') : key,
          }),
        }),
      onTake: () => recording?.kind === 'taken' && keep(id, recording.keys, recording.by),
      onCancel: () => {
        leave(id);
        backTo(id);
      },
      onLeave: () => leave(id),
      onReset: () => {
        backTo(id);
        void edits.edit((now) => ({ set: { keys: withoutKeys(now, id) } }));
      },
    }),
  };
}

/** Every command with its keys, by menu. */
export function KeyboardPanel({ edits }: KeyboardPanelProps) {
  const [query, setQuery] = useState<KeyQuery>({ kind: 'text', text: '' });
  const [filter, setFilter] = useState<KeyFilter>('all');
  const { recording, of } = useRecording(edits);
  const rows = keyRows(edits.sources, platform());
  const shown = matchingRows(rows, query).filter(
    (row) => keyFilters[filter].has(row) || row.id === recording?.id,
  );
  const { ref, look, ...hit } = useHit('keys');
  return (
    <div className="space-y-3">
      <div ref={ref} {...hit} className={classes('flex flex-wrap items-center gap-2', look)}>
        <KeyFind query={query} onFind={setQuery} />
        <SegmentedControl
          label={say('Which commands are shown')}
          value={filter}
          onChange={setFilter}
          choices={(Object.keys(keyFilters) as readonly KeyFilter[]).map((value) => {
            const count = rows.filter(keyFilters[value].has).length;
            const { label } = keyFilters[value];
            return { value, label: value === 'all' ? label() : `${label()} · ${figure(count)}` };
          })}
        />
      </div>
      {shown.length === 0 ? (
        <p className="text-ink-2">{say('No command matches.')}</p>
      ) : (
        <KeyTable rows={shown} lineOf={of} />
      )}
    </div>
  );
}

interface KeyTableProps {
  readonly rows: readonly KeyRow[];
  readonly lineOf: (row: KeyRow) => Omit<KeyLineProps, 'row'>;
}

/** The commands under the names of their menus. */
function KeyTable({ rows, lineOf }: KeyTableProps) {
  const menuNames = [...new Set(rows.map(({ menu }) => menu))];
  return (
    <div
      role="table"
      aria-label={say('Keys of commands')}
      className="overflow-hidden rounded-card border border-line bg-raised"
    >
      <Heads />
      {menuNames.map((menu) => (
        <div
          key={menu}
          role="rowgroup"
          aria-label={menu}
          className="divide-y divide-line border-t border-line"
        >
          <div role="row" className="bg-chrome px-3.5 py-1 text-meta font-semibold text-ink-2">
            <span role="columnheader">{menu}</span>
          </div>
          {rows
            .filter((row) => row.menu === menu)
            .map((row) => (
              <KeyLine key={row.id} row={row} {...lineOf(row)} />
            ))}
        </div>
      ))}
    </div>
  );
}

function Heads() {
  return (
    <div
      role="row"
      className="hidden grid-cols-[220px_200px_minmax(0,1fr)] gap-x-4 bg-chrome px-3.5 py-1.5 text-meta text-ink-2 min-[900px]:grid"
    >
      <span role="columnheader">{say('Command')}</span>
      <span role="columnheader">{say('Keys')}</span>
      <span role="columnheader">{say('From')}</span>
    </div>
  );
}
