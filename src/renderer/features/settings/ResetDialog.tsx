import { Button } from '#renderer/ui/Button';
import { Dialog } from '#renderer/ui/Dialog';
import type { SettingKey } from '#shared/domain/settings';
import { type SettingsSection, settingsSections, settingsTable } from '#shared/domain/settingsTable';

interface ResetDialogProps {
  readonly section: SettingsSection;
  /** What a person chose in it. */
  readonly keys: readonly SettingKey[];
  readonly onReset: () => void;
  readonly onClose: () => void;
}

/** Asks before a section goes back to what it was at first, and names what changes. */
export function ResetDialog({ section, keys, onReset, onClose }: ResetDialogProps) {
  const { label } = settingsSections[section];
  return (
    <Dialog
      title={`Reset ${label}`}
      about="These settings go back to what they were at first. You can undo it."
      width="small"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Keep</Button>
          <Button
            onClick={() => {
              onReset();
              onClose();
            }}
          >
            Reset {label}
          </Button>
        </>
      }
    >
      <ul className="list-disc ps-5">
        {keys.map((key) => (
          <li key={key}>{settingsTable[key].label}</li>
        ))}
      </ul>
    </Dialog>
  );
}
