import { observable } from '#renderer/base/observable';

/** Whether this window shows what is known of updates: opened by a command, the status bar, or a notice. */
export const updateDialogOpen = observable(false);

export const openUpdateDialog = (): void => updateDialogOpen.set(() => true);
export const closeUpdateDialog = (): void => updateDialogOpen.set(() => false);
