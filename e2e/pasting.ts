import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { parseDocument } from '../src/shared/document/document';
import { fromMarkdown } from '../src/shared/document/fromMarkdown';
import { toMarkdown } from '../src/shared/document/toMarkdown';
import type { NutgrafApp } from './fixtures';
import type { StoryEditor } from './storyEditor';

export interface Copied {
  readonly html?: string;
  readonly text?: string;
}

const folder = path.join(import.meta.dirname, 'fixtures', 'paste');

/** What a program put on the clipboard, kept as a file: `.html` with its markup, `.txt` with its plain text. */
export function copiedFrom(file: string): Copied {
  const content = readFileSync(path.join(folder, file), 'utf8');
  return file.endsWith('.html') ? { html: content, text: 'The plain text of it' } : { text: content };
}

/** The story that a fixture becomes, as Markdown. */
export function storyOf(file: string): string {
  return toMarkdown(fromMarkdown(readFileSync(path.join(folder, file.replace(/\.\w+$/, '.md')), 'utf8')));
}

/** Puts something on the machine's clipboard and presses the paste key where the caret is. */
export async function paste(
  nutgraf: NutgrafApp,
  copied: Copied,
  window: Page = nutgraf.window,
): Promise<void> {
  await nutgraf.app.evaluate(({ clipboard, ...electron }, { html = '', text = '' }) => {
    // Electron 33 takes the parts at once, later versions an item as on the web.
    const { ClipboardItem } = electron as Partial<typeof Electron>;
    const parts = { ...(html === '' ? {} : { 'text/html': html }), 'text/plain': text };
    clipboard.clear();
    if (ClipboardItem !== undefined) return clipboard.write([new ClipboardItem(parts)]);
    const { write } = clipboard as unknown as { readonly write: (parts: Copied) => void };
    return write.call(clipboard, html === '' ? { text } : { html, text });
  }, copied);
  await window.keyboard.press('ControlOrMeta+v');
}

interface WithEditor extends HTMLElement {
  readonly editor: { readonly getJSON: () => unknown };
}

/** The story on the screen, as Markdown. */
export async function markdownIn(editor: StoryEditor): Promise<string> {
  const json = await editor.text.evaluate((text) => JSON.stringify((text as WithEditor).editor.getJSON()));
  return toMarkdown(parseDocument(JSON.parse(json)));
}

/** Empties the story, so that the next paste is alone. */
export async function clearStory(window: Page, editor: StoryEditor): Promise<void> {
  await editor.text.focus();
  await window.keyboard.press('ControlOrMeta+a');
  await window.keyboard.press('Backspace');
}
