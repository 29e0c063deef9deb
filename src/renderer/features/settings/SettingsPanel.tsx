import { Tabs } from 'radix-ui';
import { Banner } from '#renderer/ui/Banner';
import {
  type SettingsSection,
  settingsGroups,
  settingsIn,
  settingsSections,
  settingsTable,
} from '#shared/domain/settingsTable';
import { ownPanels } from './ownPanels';
import { Card, SettingLine } from './SettingRows';
import type { SettingsEdits } from './useSettingsEdits';

interface SettingsPanelProps {
  readonly section: SettingsSection;
  readonly edits: SettingsEdits;
}

/** What one section has: what it shows of its own, and its settings in cards. */
export function SettingsPanel({ section, edits }: SettingsPanelProps) {
  const { label, about } = settingsSections[section];
  const keys = settingsIn(section).filter((key) => settingsTable[key].control.kind !== 'keys');
  const groups = [...new Set(keys.map((key) => settingsTable[key].group))];
  const Own = ownPanels[section];
  return (
    <Tabs.Content
      value={section}
      className="min-h-0 min-w-0 flex-1 space-y-5 overflow-y-auto bg-paper px-6 py-4 focus-visible:-outline-offset-2"
    >
      <div>
        <h3 className="font-story text-title font-[560]">{label()}</h3>
        <p className="text-ink-2">{about()}</p>
      </div>
      {edits.problem !== null && <Banner tone="bad">{edits.problem}</Banner>}
      {Own && <Own edits={edits} />}
      {groups.map((group) => (
        <Card key={group} heading={settingsGroups[group]()}>
          {keys
            .filter((key) => settingsTable[key].group === group)
            .map((key) => (
              <SettingLine key={key} name={key} edits={edits} />
            ))}
        </Card>
      ))}
    </Tabs.Content>
  );
}
