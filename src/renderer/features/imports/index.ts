export { ImportDialogs } from './ImportDialogs';
export { ImportStatus } from './ImportStatus';
