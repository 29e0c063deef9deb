import { Button } from '#renderer/ui/Button';
import { Dialog } from '#renderer/ui/Dialog';
import type { SettingKey } from '#shared/domain/settings';
import { settingsTable } from '#shared/domain/settingsTable';
import { say } from '#shared/language/say';

interface ResetDialogProps {
  /** What is reset, as the button says it. */
  readonly name: string;
  /** What a person chose in it. */
  readonly keys: readonly SettingKey[];
  readonly onReset: () => void;
  readonly onClose: () => void;
}

/** Asks before a section goes back to what it was at first, and names what changes. */
export function ResetDialog({ name, keys, onReset, onClose }: ResetDialogProps) {
  return (
    <Dialog
      title={say('Reset {name}', { name })}
      about={say('These settings go back to what they were at first. You can undo it.')}
      width="small"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('Keep')}</Button>
          <Button
            onClick={() => {
              onReset();
              onClose();
            }}
          >
            {say('Reset {name}', { name })}
          </Button>
        </>
      }
    >
      <ul className="list-disc ps-5">
        {keys.map((key) => (
          <li key={key}>{settingsTable[key].label()}</li>
        ))}
      </ul>
    </Dialog>
  );
}
