import { showNotice } from '#renderer/base/notices/notices';
import { reportProblem } from '#renderer/base/notices/problems';
import { bridge } from '#renderer/bridge';
import type { AdSlotDefinition } from '#shared/domain/adSlot';
import { slotsStay } from './slotWords';

/** Says why slots are still there after they were to be deleted. */
export function tellSlotsStay(slotKeys: readonly string[]): void {
  const say = (definitions: readonly AdSlotDefinition[]): void =>
    showNotice({ topic: 'locked slot', tone: 'warn', text: slotsStay(definitions, slotKeys) });
  bridge.adSlots.list().then(say, reportProblem);
}
