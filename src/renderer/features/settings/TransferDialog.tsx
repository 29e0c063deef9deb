import { useId, useState } from 'react';
import { platform } from '#renderer/base/commands/commandKeys';
import { useAttempt } from '#renderer/base/queries/useAttempt';
import { bridge } from '#renderer/bridge';
import { Banner } from '#renderer/ui/Banner';
import { Button } from '#renderer/ui/Button';
import { Dialog } from '#renderer/ui/Dialog';
import type { SettingsReading } from '#shared/commands/settingsFile';
import { say, saying } from '#shared/language/say';
import { type ChangeWords, changesOf, leftOutWords } from './settingWords';
import type { SettingsEdits } from './useSettingsEdits';

interface TransferDialogProps {
  readonly edits: SettingsEdits;
  readonly onClose: () => void;
}

const about = saying(
  'Settings go to another computer as a file. It has what you chose and your keys; no folders, no accounts, no passwords.',
);

/** Writes the settings to a file, or reads one and shows what it would change before anything is replaced. */
export function TransferDialog({ edits, onClose }: TransferDialogProps) {
  const { busy, problem, attempt } = useAttempt();
  const [written, setWritten] = useState<string | null>(null);
  const [reading, setReading] = useState<SettingsReading | null>(null);
  const write = () => attempt(async () => setWritten(await bridge.app.exportSettings()));
  const read = () => attempt(async () => setReading(await bridge.app.readSettings()));
  if (reading !== null) return <Preview reading={reading} edits={edits} onClose={onClose} />;
  return (
    <Dialog
      title={say('Export or import settings')}
      about={about()}
      width="small"
      onClose={onClose}
      actions={<Button onClick={onClose}>{say('Close')}</Button>}
    >
      {problem !== null && <Banner tone="bad">{problem}</Banner>}
      {written !== null && <Banner tone="ok">{say('The settings are in {file}.', { file: written })}</Banner>}
      <div className="flex flex-wrap gap-2">
        <Button disabled={busy} onClick={() => void write()}>
          {say('Export…')}
        </Button>
        <Button disabled={busy} onClick={() => void read()}>
          {say('Import…')}
        </Button>
      </div>
    </Dialog>
  );
}

function Preview({ reading, edits, onClose }: TransferDialogProps & { readonly reading: SettingsReading }) {
  const [changes] = useState(() => changesOf(reading.patch, edits.sources, platform()));
  const replace = () => {
    void edits.edit({ set: reading.patch });
    onClose();
  };
  return (
    <Dialog
      title={say('Import {file}', { file: reading.name })}
      about={
        changes.length === 0
          ? say('It changes nothing: your settings are already so.')
          : say('Nothing is changed yet. You can undo it afterwards.')
      }
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{changes.length === 0 ? say('Close') : say('Keep mine')}</Button>
          {changes.length > 0 && (
            <Button onClick={replace}>
              {say('{count, plural, one {Replace # setting} other {Replace # settings}}', {
                count: changes.length,
              })}
            </Button>
          )}
        </>
      }
    >
      <Changes changes={changes} />
      <LeftOut leftOut={reading.leftOut} />
    </Dialog>
  );
}

function Changes({ changes }: { readonly changes: readonly ChangeWords[] }) {
  if (changes.length === 0) return null;
  return (
    <ul aria-label={say('What changes')} className="divide-y divide-line">
      {changes.map(({ key, label, before, after }) => (
        <li key={key} className="flex flex-wrap gap-x-4 py-1.5">
          <span className="min-w-52 flex-1 font-medium">{label}</span>
          <span>{say('{before} → {after}', { before, after })}</span>
        </li>
      ))}
    </ul>
  );
}

function LeftOut({ leftOut }: Pick<SettingsReading, 'leftOut'>) {
  const id = useId();
  if (leftOut.length === 0) return null;
  return (
    <section aria-labelledby={id} className="mt-4">
      <h3 id={id} className="font-semibold">
        {say('Left out')}
      </h3>
      <ul className="list-disc ps-5 text-ink-2">
        {leftOut.map((one) => (
          <li key={one.key} className="selectable break-words">
            {leftOutWords(one)}
          </li>
        ))}
      </ul>
    </section>
  );
}
