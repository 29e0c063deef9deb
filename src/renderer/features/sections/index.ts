export { SectionsDialog } from './SectionsDialog';
export { NO_SECTION, placeSections, sectionChoices } from './sectionTree';
export { useSections } from './useSections';
