import type { ContractHandlers } from '#shared/contract';
import { adSlotHandlers } from './adSlots';
import { articleHandlers } from './articles';
import { assetHandlers } from './assets';
import { cmsHandlers } from './cms';
import { appHandlers } from './app';
import { exportHandlers } from './exports';
import { hashtagHandlers } from './hashtags';
import { importHandlers } from './imports';
import { openingHandlers } from './openings';
import { revisionHandlers } from './revisions';
import { sectionHandlers } from './sections';
import type { Services } from './services';
import { updateHandlers } from './updates';

/** The whole contract over the services, one file per room. */
export function contractHandlers(services: Services): ContractHandlers {
  return {
    articles: articleHandlers(services),
    revisions: revisionHandlers(services),
    sections: sectionHandlers(services),
    hashtags: hashtagHandlers(services),
    adSlots: adSlotHandlers(services),
    assets: assetHandlers(services),
    imports: importHandlers(services),
    exports: exportHandlers(services),
    cms: cmsHandlers(services),
    openings: openingHandlers(services),
    app: appHandlers(services),
    updates: updateHandlers(services),
  };
}
