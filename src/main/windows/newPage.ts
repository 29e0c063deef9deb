import type { WebContents } from 'electron';

/** Calls back whenever a page begins to be replaced as a whole: at the first load, a reload, after a crash. */
export function onNewPage(contents: WebContents, begins: () => void): void {
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) begins();
  });
}
