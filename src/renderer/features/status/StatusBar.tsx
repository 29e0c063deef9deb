import { PanelLeft, PanelRight } from 'lucide-react';
import { runCommand } from '#renderer/base/commands/commandBus';
import { useCommandKeys } from '#renderer/base/commands/commandKeys';
import { StatusBarEditor } from '#renderer/features/editor';
import { ExportStatus } from '#renderer/features/exports';
import { ImportStatus } from '#renderer/features/imports';
import { SyncStatus } from '#renderer/features/publishing';
import { UpdateStatus } from '#renderer/features/updates';
import { IconButton } from '#renderer/ui/IconButton';
import { say } from '#shared/language/say';

interface StatusBarProps {
  readonly inspectorShown: boolean;
  /** The list, with the views above it, is in a drawer that a button opens. */
  readonly listFolds: boolean;
}

/** The foot of the window: the open article at the start, background work at the end. */
export function StatusBar({ inspectorShown, listFolds }: StatusBarProps) {
  const listKeys = useCommandKeys('view.list');
  const inspectorKeys = useCommandKeys('view.inspector');
  return (
    <>
      {listFolds && (
        <IconButton
          data-tour-part="library"
          label={say('Library and list')}
          icon={PanelLeft}
          keys={listKeys}
          onClick={() => void runCommand('view.list')}
          className="!size-6 -ms-1.5 rtl:-scale-x-100"
        />
      )}
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-5">
        <StatusBarEditor />
      </div>
      <UpdateStatus />
      <ImportStatus />
      <ExportStatus />
      <SyncStatus />
      <IconButton
        data-tour-part="inspector"
        label={say('Inspector')}
        icon={PanelRight}
        pressed={inspectorShown}
        keys={inspectorKeys}
        onClick={() => void runCommand('view.inspector')}
        className="!size-6 -me-1.5 rtl:-scale-x-100"
      />
    </>
  );
}
