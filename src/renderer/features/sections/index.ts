export { SectionsDialog } from './SectionsDialog';
export { placeSections } from './sectionTree';
export { useSections } from './useSections';
