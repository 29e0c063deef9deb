export { PublishingDialogs } from './PublishingDialogs';
export { PublishTab } from './PublishTab';
export { SiteState, SyncStatus } from './SiteState';
