import { useQuery } from '@tanstack/react-query';
import { Command, useCommandState } from 'cmdk';
import { FileText, Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useDeferredValue, useEffect, useState } from 'react';
import { useSettledAnnouncement } from '#renderer/base/notices/announce';
import { runCommand, useCommand } from '#renderer/base/commands/commandBus';
import { pressedCommand, useCommandKeys } from '#renderer/base/commands/commandKeys';
import { currentContext } from '#renderer/base/commands/context';
import { goOn } from '#renderer/base/navigation/focus';
import { useNavigation } from '#renderer/base/navigation/NavigationProvider';
import { bridge } from '#renderer/bridge';
import { useModal } from '#renderer/ui/useModal';
import type { CommandContext } from '#shared/commands/commandContext';
import { type CommandId, commands } from '#shared/commands';
import type { ArticleRow } from '#shared/domain/article';
import { matchCommands } from './matchCommands';
import { say, saying } from '#shared/language/say';

/** How many articles the palette shows beside the commands. */
const ARTICLES = 8;

const nothing = saying('No command or article matches.');

const itemLook = 'flex h-9 items-center gap-2.5 rounded-control px-2.5 data-[selected=true]:bg-accent-soft';
const groupLook =
  'p-1.5 [&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-1 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-meta [&_[cmdk-group-heading]]:font-semibold [&_[cmdk-group-heading]]:text-ink-3';

function CommandItem({ id, onRun }: { readonly id: CommandId; readonly onRun: (id: CommandId) => void }) {
  const keys = useCommandKeys(id);
  return (
    <Command.Item value={id} onSelect={() => onRun(id)} className={itemLook}>
      <span className="flex-1">{commands[id].label()}</span>
      <kbd className="font-sans text-meta text-ink-3">{keys}</kbd>
    </Command.Item>
  );
}

function useFoundArticles(typed: string) {
  const query = useDeferredValue(typed.trim());
  return useQuery({
    queryKey: ['articles', 'palette', query],
    queryFn: () => bridge.articles.list({ view: 'all', query, limit: ARTICLES }),
    placeholderData: (before) => before,
  }).data?.rows;
}

interface ListProps {
  readonly typed: string;
  readonly context: CommandContext;
  readonly onRun: (id: CommandId) => void;
  readonly onOpen: (article: ArticleRow) => void;
}

function Found({ typed, context, onRun, onOpen }: ListProps) {
  const articles = useFoundArticles(typed);
  const found = matchCommands(typed, context);
  return (
    <>
      {/* Beside the list: what a list box holds are options, and this is none. */}
      <Command.Empty className="px-4 py-6 text-center text-ink-2">{nothing()}</Command.Empty>
      <Command.List label={say('Commands and articles')} className="max-h-[min(420px,60vh)] overflow-y-auto">
        {found.length > 0 && (
          <Command.Group heading={say('Commands')} className={groupLook}>
            {found.map((id) => (
              <CommandItem key={id} id={id} onRun={onRun} />
            ))}
          </Command.Group>
        )}
        {articles && articles.length > 0 && (
          <Command.Group heading={say('Articles')} className={groupLook}>
            {articles.map((row) => (
              <Command.Item key={row.id} value={row.id} onSelect={() => onOpen(row)} className={itemLook}>
                <FileText aria-hidden className="text-ink-3" />
                <span dir="auto" className="one-line font-story text-list">
                  {row.headline || say('No headline yet')}
                </span>
              </Command.Item>
            ))}
          </Command.Group>
        )}
      </Command.List>
    </>
  );
}

/**
 * References the chosen item from the field. cmdk does so only after another is chosen, but a screen reader must hear
 * the first too. Announces when nothing is found.
 */
function Spoken({ typed }: { readonly typed: string }) {
  // Re-renders this when another item is chosen, so that the effect runs.
  useCommandState(({ value, filtered }) => `${filtered.count} ${value}`);
  const isEmpty = useCommandState(({ filtered }) => filtered.count === 0);
  useEffect(() => {
    const field = document.querySelector('[cmdk-input]');
    const item = document.querySelector('[cmdk-item][aria-selected=true]');
    if (item) field?.setAttribute('aria-activedescendant', item.id);
    else field?.removeAttribute('aria-activedescendant');
  });
  useSettledAnnouncement(isEmpty && typed.trim() !== '' ? nothing() : null);
  return null;
}

/** The frame of the palette: like a dialog, but without a heading and near the top. */
function Frame({ onClose, children }: { readonly onClose: () => void; readonly children: ReactNode }) {
  const dialog = useModal(onClose, true);
  return (
    <dialog
      ref={dialog}
      tabIndex={-1}
      aria-label={say('Command palette')}
      className="mx-auto mt-[12vh] mb-auto w-[600px] max-w-[calc(100vw-48px)] overflow-hidden rounded-card border border-line bg-raised text-ink shadow-float"
    >
      {children}
    </dialog>
  );
}

interface OpenPaletteProps {
  /** What was open before the palette took the focus. */
  readonly context: CommandContext;
  readonly onClose: () => void;
}

function OpenPalette({ context, onClose }: OpenPaletteProps) {
  const [typed, setTyped] = useState('');
  const { revealArticle } = useNavigation();
  const closeByItsKeys = (event: KeyboardEvent): void => {
    if (pressedCommand(event.nativeEvent) !== 'palette.open') return;
    event.preventDefault();
    onClose();
  };
  const run = (id: CommandId) => {
    onClose();
    // The focus is back where it was once the dialog is gone, and a command may depend on it.
    requestAnimationFrame(() => void runCommand(id));
  };
  return (
    <Frame onClose={onClose}>
      <Command label={say('Command palette')} shouldFilter={false} loop onKeyDown={closeByItsKeys}>
        <div className="flex items-center gap-2.5 border-b border-line px-4">
          <Search aria-hidden className="text-ink-3" />
          <Command.Input
            data-first-focus
            value={typed}
            onValueChange={setTyped}
            placeholder={say('Run a command or open an article')}
            className="h-12 flex-1 bg-transparent text-[15px] outline-none"
          />
        </div>
        <Spoken typed={typed} />
        <Found
          typed={typed}
          context={context}
          onRun={run}
          onOpen={(article) => {
            onClose();
            revealArticle(article);
            goOn('editor');
          }}
        />
      </Command>
    </Frame>
  );
}

/** Handles the command that opens the palette. */
export function Palette() {
  const [context, setContext] = useState<CommandContext | null>(null);
  useCommand('palette.open', () => setContext((open) => (open ? null : currentContext())));
  return context && <OpenPalette context={context} onClose={() => setContext(null)} />;
}
