export { UpdateDialog } from './UpdateDialog';
export { UpdateStatus } from './UpdateStatus';
