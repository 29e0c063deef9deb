export { PublishingProvider } from './PublishingProvider';
export { PublishTab } from './PublishTab';
export { SiteState } from './SiteState';
export { SyncStatus } from './SyncStatus';
