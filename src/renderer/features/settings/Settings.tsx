import { Tabs } from 'radix-ui';
import { useId, useState } from 'react';
import { announce } from '#renderer/base/notices/announce';
import { Button } from '#renderer/ui/Button';
import { CloseButton } from '#renderer/ui/CloseButton';
import { classes } from '#renderer/ui/classes';
import { useModal } from '#renderer/ui/useModal';
import { countLocked } from '#shared/domain/settings';
import { type SettingsSection, settingsIn, settingsSections } from '#shared/domain/settingsTable';
import { say } from '#shared/language/say';
import { ResetDialog } from './ResetDialog';
import { SearchField } from './SearchField';
import { SearchContext } from './searchMarks';
import { SettingsNav } from './SettingsNav';
import { SettingsPanel } from './SettingsPanel';
import { type Entry, findEntries } from './settingsSearch';
import { TransferDialog } from './TransferDialog';
import { type SettingsEdits, useSettingsEdits } from './useSettingsEdits';

interface SettingsProps {
  readonly onClose: () => void;
}

const look = classes(
  'm-auto h-[min(836px,100vh-48px)] w-[min(1060px,100vw-48px)] flex-col overflow-hidden rounded-card border border-line open:flex',
  // Where zoom leaves little room, the dialog fills the window and scrolls as a whole.
  'max-[480px]:w-[calc(100vw-16px)] max-[480px]:max-w-none [@media(height<480px)]:h-[calc(100vh-16px)] [@media(height<480px)]:max-h-none [@media(height<480px)]:overflow-y-auto',
  'bg-chrome text-ink shadow-float',
);

/** The settings: their sections at the left, a search above, and what the chosen section has. */
export function Settings({ onClose }: SettingsProps) {
  const dialog = useModal(onClose);
  const titleId = useId();
  const edits = useSettingsEdits();
  const { section, show, query, search, found, current, step } = useSearch();
  const enter = () => {
    const hit = current ?? step(1);
    // The hit's section is drawn by then.
    requestAnimationFrame(() => {
      const line = dialog.current?.querySelector(`[data-entry="${hit?.id ?? ''}"]`);
      line?.querySelector<HTMLElement>('button, input, select')?.focus();
    });
  };
  return (
    <dialog ref={dialog} tabIndex={-1} aria-labelledby={titleId} className={look}>
      <SearchContext value={{ query, found, current }}>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2 border-b border-line py-3 ps-5 pe-14">
          <h2 id={titleId} className="font-story text-title font-[560] min-[900px]:w-[186px]">
            {say('Settings')}
          </h2>
          <SearchField query={query} onSearch={search} found={found.length} onStep={step} onEnter={enter} />
        </div>
        <Tabs.Root
          orientation="vertical"
          value={section}
          onValueChange={(next) => show(next as SettingsSection)}
          className="flex min-h-0 flex-1 flex-col min-[900px]:flex-row [@media(height<480px)]:flex-none"
        >
          <div className="flex shrink-0 flex-col justify-between gap-2 border-line p-2 max-[899px]:border-b min-[900px]:w-[216px] min-[900px]:border-e min-[900px]:pt-3">
            <SettingsNav hits={(one) => found.filter((entry) => entry.section === one).length} />
            {edits && <NavFoot edits={edits} />}
          </div>
          {edits && <SettingsPanel key={section} section={section} edits={edits} />}
        </Tabs.Root>
        {edits && <Foot section={section} edits={edits} onClose={onClose} />}
      </SearchContext>
      <CloseButton onClose={onClose} />
    </dialog>
  );
}

/** Which section is shown, what is looked for, and which hit was gone to. */
function useSearch() {
  const [section, setSection] = useState<SettingsSection>('general');
  const [query, setQuery] = useState('');
  const [current, setCurrent] = useState<Entry | null>(null);
  const found = findEntries(query);
  const step = (by: 1 | -1): Entry | null => {
    // Found anew each time, in the language of the process: an entry is the same by its id.
    const now = current === null ? (by > 0 ? -1 : 0) : found.findIndex(({ id }) => id === current.id);
    const next = found[(now + by + found.length) % found.length] ?? null;
    setCurrent(next);
    if (next === null) return null;
    setSection(next.section);
    announce(
      say('{entry}, {section}, {place, number} of {total, number}', {
        entry: next.label,
        section: settingsSections[next.section].label(),
        place: found.indexOf(next) + 1,
        total: found.length,
      }),
    );
    return next;
  };
  return {
    section,
    show: setSection,
    query,
    search: (next: string) => {
      setQuery(next);
      setCurrent(null);
    },
    found,
    current,
    step,
  };
}

/** How many settings the newsroom's policy locks, and the way to take them elsewhere. */
function NavFoot({ edits }: { readonly edits: SettingsEdits }) {
  const [isTransferring, setTransferring] = useState(false);
  const count = countLocked(edits.sources.locked);
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 border-t border-line px-2 pt-1 text-meta text-ink-2 min-[900px]:block min-[900px]:space-y-1 min-[900px]:pt-3">
      {count > 0 && (
        <p>
          {say(
            '{count, plural, one {# setting comes from the newsroom’s policy and is locked.} other {# settings come from the newsroom’s policy and are locked.}}',
            { count },
          )}
        </p>
      )}
      <Button
        look="link"
        className="-ms-3 h-auto! min-h-7 max-w-full shrink! text-start whitespace-normal!"
        onClick={() => setTransferring(true)}
      >
        {say('Export or import settings…')}
      </Button>
      {isTransferring && <TransferDialog edits={edits} onClose={() => setTransferring(false)} />}
    </div>
  );
}

interface FootProps extends SettingsProps {
  readonly section: SettingsSection;
  readonly edits: SettingsEdits;
}

function Foot({ section, edits, onClose }: FootProps) {
  const { undo, edit, sources, isLocked } = edits;
  const [isAsking, setAsking] = useState(false);
  const own = settingsIn(section);
  const chosen = own.filter((key) => Object.hasOwn(sources.chosen, key) && !isLocked(key));
  return (
    <div className="flex flex-wrap items-center gap-2 border-t border-line px-5 py-3">
      <p className="flex-1 text-ink-2">
        {section === 'keyboard'
          ? say('Keys are kept for this person on this computer.')
          : say('A change is kept at once.')}
        {undo && (
          <Button look="link" className="h-6 px-1.5" onClick={() => void undo()}>
            {say('Undo the last change')}
          </Button>
        )}
      </p>
      {own.length > 0 && (
        <Button disabled={chosen.length === 0} onClick={() => setAsking(true)}>
          {say('Reset {name}…', { name: resetName(section) })}
        </Button>
      )}
      <Button onClick={onClose}>{say('Done')}</Button>
      {isAsking && (
        <ResetDialog
          name={resetName(section)}
          keys={chosen}
          onReset={() => void edit({ reset: chosen })}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}

/** What is reset of a section, as its button says. */
const resetName = (section: SettingsSection): string =>
  section === 'keyboard' ? say('all keys') : settingsSections[section].label();
