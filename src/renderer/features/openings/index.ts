export { Openings } from './Openings';
