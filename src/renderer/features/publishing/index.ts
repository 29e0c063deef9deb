export { PublishingDialogs } from './PublishingDialogs';
export { PublishTab } from './PublishTab';
export { siteName } from './siteWords';
export { SiteState, SyncStatus } from './SiteState';
