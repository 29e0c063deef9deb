import { useState } from 'react';
import { useCommand, runCommand } from '#renderer/base/commands/commandBus';
import { platform, useKeys } from '#renderer/base/commands/commandKeys';
import { keyCaps, keysOf } from '#renderer/base/commands/keySigns';
import { Button } from '#renderer/ui/Button';
import { Dialog } from '#renderer/ui/Dialog';
import { KeyCaps } from '#renderer/ui/KeyCaps';
import { say } from '#shared/language/say';
import { type Shortcut, shortcutGroups } from './shortcuts';

/** Every command that has keys, as they are now, and the keys that are no command's. */
function Shortcuts({ onClose }: { readonly onClose: () => void }) {
  const keys = useKeys();
  const change = () => {
    onClose();
    void runCommand('app.settings');
  };
  return (
    <Dialog
      title={say('Keyboard shortcuts')}
      about={say('The keys of every command can be changed in the settings.')}
      width="large"
      reading
      onClose={onClose}
      actions={
        <>
          <Button onClick={change}>{say('Change keys…')}</Button>
          <Button onClick={onClose}>{say('Close')}</Button>
        </>
      }
    >
      <div className="gap-x-10 min-[760px]:columns-2">
        {shortcutGroups(keys).map(({ title, shortcuts }) => (
          <Group key={title} title={title} shortcuts={shortcuts} />
        ))}
      </div>
    </Dialog>
  );
}

function Group({ title, shortcuts }: { readonly title: string; readonly shortcuts: readonly Shortcut[] }) {
  return (
    <section aria-label={title} className="mb-5 break-inside-avoid">
      <h3 className="mb-1 font-semibold">{title}</h3>
      <dl className="divide-y divide-line">
        {shortcuts.map(({ label, keys }) => (
          <div key={label} className="flex items-center justify-between gap-4 py-1.5">
            <dt>{label}</dt>
            <dd className="shrink-0">
              <KeyCaps caps={keyCaps(keys, platform())} spoken={keysOf(keys, platform())} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Handles the command that shows the keyboard shortcuts. */
export function ShortcutsDialog() {
  const [open, setOpen] = useState(false);
  useCommand('help.shortcuts', () => setOpen(true));
  return open ? <Shortcuts onClose={() => setOpen(false)} /> : null;
}
