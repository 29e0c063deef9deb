export { SectionsDialog } from './SectionsDialog';
export { type PlacedSection, placeSections } from './sectionTree';
export { useSections } from './useSections';
