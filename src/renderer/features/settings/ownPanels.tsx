import { useQuery } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import { runCommand } from '#renderer/base/commands/commandBus';
import { queries } from '#renderer/base/queries/queries';
import { Button } from '#renderer/ui/Button';
import { classes } from '#renderer/ui/classes';
import { useSections } from '../sections/index';
import { siteName } from '../publishing/index';
import type { SettingsSection } from '#shared/domain/settingsTable';
import { say } from '#shared/language/say';
import { listed } from '#shared/language/formats';
import { KeyboardPanel } from './KeyboardPanel';
import { PrivacyPanel } from './PrivacyPanel';
import { useHit } from './searchMarks';
import { Card } from './SettingRows';
import type { SettingsEdits } from './useSettingsEdits';

interface LineProps {
  readonly entry: string;
  readonly children: ReactNode;
  /** Leads to where it is changed. */
  readonly actions: ReactNode;
}

function Line({ entry, children, actions }: LineProps) {
  const { look, ...hit } = useHit(entry);
  return (
    <div {...hit} className={classes('flex flex-wrap items-center gap-x-4 gap-y-2 px-3.5 py-2', look)}>
      <div className="min-w-52 flex-1">{children}</div>
      <div className="flex flex-wrap gap-2">{actions}</div>
    </div>
  );
}

function SectionsPanel() {
  const names = useSections().map(({ name }) => name);
  return (
    <Card heading={say('Sections of the paper')}>
      <Line
        entry="sections"
        actions={<Button onClick={() => void runCommand('sections.edit')}>{say('Edit sections…')}</Button>}
      >
        <p className="text-ink-2">{names.length === 0 ? say('No sections yet.') : listed(names)}</p>
      </Line>
    </Card>
  );
}

function SitesPanel() {
  const accounts = useQuery(queries.accounts).data ?? [];
  return (
    <Card heading={say('Accounts')}>
      <Line
        entry="sites"
        actions={
          <>
            <Button onClick={() => void runCommand('cms.addAccount')}>{say('Add account…')}</Button>
            {accounts.length > 0 && (
              <Button onClick={() => void runCommand('cms.accounts')}>{say('Accounts…')}</Button>
            )}
          </>
        }
      >
        <p className="text-ink-2">
          {accounts.length === 0
            ? say('No accounts yet. Add one to send articles to a site.')
            : listed(accounts.map(siteName))}
        </p>
      </Line>
    </Card>
  );
}

interface PanelProps {
  readonly edits: SettingsEdits;
}

/** What a section shows beside its settings. */
export const ownPanels: { readonly [Section in SettingsSection]?: ComponentType<PanelProps> } = {
  sections: SectionsPanel,
  sites: SitesPanel,
  keyboard: KeyboardPanel,
  privacy: PrivacyPanel,
};
