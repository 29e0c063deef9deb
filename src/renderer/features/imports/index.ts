export { ImportDialogs } from './ImportDialogs';
