import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { ExportDialogs } from '../features/exports';
import { ImportDialogs } from '../features/imports';
import { Palette } from '../features/palette';
import { PublishingProvider } from '../features/publishing';
import { SectionsDialog } from '../features/sections';
import { TooltipProvider } from '../ui/Tooltip';
import { useMenuCommands } from '../base/commands/commandBus';
import { Frame } from './Frame';
import { createQueryClient, useLiveQueries } from '../base/queries/liveQueries';
import { NavigationProvider } from '../base/navigation/NavigationProvider';
import { useStoreNotices } from './storeNotices';

/** What the window hears from main, from its first moment to its last. */
function Listening({ children }: { readonly children: ReactNode }) {
  useMenuCommands();
  useLiveQueries();
  useStoreNotices();
  return children;
}

export function App() {
  const [client] = useState(createQueryClient);
  return (
    <QueryClientProvider client={client}>
      <Listening>
        <TooltipProvider>
          <NavigationProvider>
            <PublishingProvider>
              <Frame />
              <ImportDialogs />
              <ExportDialogs />
              <SectionsDialog />
              <Palette />
            </PublishingProvider>
          </NavigationProvider>
        </TooltipProvider>
      </Listening>
    </QueryClientProvider>
  );
}
