import type { CommandId } from '#shared/commands';
import { saying } from '#shared/language/say';

/** A step of the tour: what it says, and the part of the window that it speaks of. */
export interface TourStep {
  readonly title: () => string;
  readonly text: () => string;
  /** The commands it names, shown with their keys. */
  readonly commands: readonly CommandId[];
  /** Selectors, the best first: the first part that is shown is pointed at. */
  readonly parts: readonly string[];
}

/** Leads to the list and the rail where the window has no room for them. */
const library = '[data-tour-part="library"]';

export const tourSteps: readonly TourStep[] = [
  {
    title: saying('Begin with an article'),
    text: saying(
      'This button starts one. Articles stand in this list, with their sections and the trash beside it. Pages, Markdown and text that you have are imported.',
    ),
    commands: ['article.new', 'import.files'],
    parts: ['[data-tour-part="newArticle"]', library],
  },
  {
    title: saying('Write with or without a network'),
    text: saying(
      'Every word is kept on this computer as you type, and this bar says when the last one was. Save now also keeps a version in History that you can go back to.',
    ),
    commands: ['article.save', 'edit.undo'],
    parts: ['[data-pane="status"]'],
  },
  {
    title: saying('Headline, section, hashtags, ads'),
    text: saying(
      'Headline, standfirst and hashtags stand above the text. The section and every other field are here in the inspector, with the ad slots, the history and what is on the site.',
    ),
    commands: ['insert.adSlot', 'view.inspector'],
    parts: ['[data-pane="inspector"]', '[data-tour-part="inspector"]'],
  },
  {
    title: saying('Export it, or send it'),
    text: saying(
      'Export writes files into a folder. Send puts the article on your site as a draft; offline, it waits until the network is back. Sites are added here.',
    ),
    commands: ['export.dialog', 'cms.send'],
    parts: ['[data-tour-part="sites"]', library],
  },
];
