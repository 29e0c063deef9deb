import {
  FileOutput,
  Globe,
  Keyboard,
  ListTree,
  PenLine,
  RefreshCw,
  Settings2,
  Shield,
  type LucideIcon,
} from 'lucide-react';
import { Tabs } from 'radix-ui';
import { type SettingsSection, settingsSectionNames, settingsSections } from '#shared/domain/settingsTable';
import { figure } from '#shared/language/formats';
import { say } from '#shared/language/say';
import { VisuallyHidden } from '#renderer/ui/VisuallyHidden';

const icons: Readonly<Record<SettingsSection, LucideIcon>> = {
  general: Settings2,
  writing: PenLine,
  sections: ListTree,
  export: FileOutput,
  sites: Globe,
  keyboard: Keyboard,
  privacy: Shield,
  updates: RefreshCw,
};

interface NavProps {
  /** How many hits of the search a section has. */
  readonly hits: (section: SettingsSection) => number;
}

/** The sections, as tabs: one stop of Tab, within which the arrow keys choose. */
export function SettingsNav({ hits }: NavProps) {
  return (
    <Tabs.List
      aria-label={say('Sections of the settings')}
      className="flex flex-wrap gap-0.5 min-[900px]:flex-col min-[900px]:flex-nowrap"
    >
      {settingsSectionNames.map((section) => (
        <Tab key={section} section={section} count={hits(section)} />
      ))}
    </Tabs.List>
  );
}

function Tab({ section, count }: { readonly section: SettingsSection; readonly count: number }) {
  const Icon = icons[section];
  return (
    <Tabs.Trigger
      value={section}
      className="flex h-[30px] items-center gap-3 rounded-control border border-transparent px-2.5 text-start text-ink-2 hover:text-ink data-[state=active]:border-line data-[state=active]:bg-raised data-[state=active]:font-semibold data-[state=active]:text-ink"
    >
      <Icon aria-hidden className="max-[899px]:hidden" />
      <span className="flex-1">{settingsSections[section].label()}</span>
      {count > 0 && (
        <span className="text-meta font-normal text-ink-2">
          <span aria-hidden>{figure(count)}</span>
          <VisuallyHidden>{say('{count, number} found', { count })}</VisuallyHidden>
        </span>
      )}
    </Tabs.Trigger>
  );
}
