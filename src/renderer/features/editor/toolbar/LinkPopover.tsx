import { posToDOMRect } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { useCommand } from '#renderer/base/commands/commandBus';
import { Button } from '#renderer/ui/Button';
import { TextField } from '#renderer/ui/TextField';
import { focusText } from '../body/focusText';
import { linkAddress } from './linkAddress';
import { say } from '#shared/language/say';

/** Asks for a link's address; opened by the command `format.link`. */
export function LinkPopover({ editor }: { readonly editor: Editor | null }) {
  const [open, setOpen] = useState(false);
  useCommand('format.link', () => setOpen(editor?.isEditable ?? false));
  return (
    <Popover.Root open={open && editor !== null} onOpenChange={setOpen}>
      <Popover.Anchor virtualRef={{ current: { getBoundingClientRect: () => selectionBox(editor) } }} />
      <Popover.Portal>
        <Popover.Content
          className="link-popover"
          aria-label={say('Link')}
          align="start"
          sideOffset={8}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (editor) focusText(editor);
          }}
        >
          {editor && <LinkForm editor={editor} onDone={() => setOpen(false)} />}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function selectionBox(editor: Editor | null): DOMRect {
  if (!editor) return new DOMRect();
  const { from, to } = editor.state.selection;
  return posToDOMRect(editor.view, from, to);
}

function LinkForm({ editor, onDone }: { readonly editor: Editor; readonly onDone: () => void }) {
  const present = String(editor.getAttributes('link')['href'] ?? '');
  const [typed, setTyped] = useState(present);
  const [problem, setProblem] = useState<string>();

  const apply = (event: SubmitEvent): void => {
    event.preventDefault();
    const href = linkAddress(typed);
    if (href === null) {
      setProblem(
        say(
          'This cannot be a link. Check the address. Use one like https://news.example/story, desk@news.example, page.html or #part.',
        ),
      );
      return;
    }
    setLink(editor, href);
    onDone();
  };
  const remove = (): void => {
    editor.chain().extendMarkRange('link').unsetLink().run();
    onDone();
  };

  return (
    <form onSubmit={apply}>
      <TextField
        label={say('Address')}
        value={typed}
        problem={problem}
        autoComplete="off"
        spellCheck={false}
        dir="ltr"
        placeholder={'https://'}
        onChange={({ target }) => setTyped(target.value)}
      />
      <div className="link-actions">
        {present !== '' && (
          <Button look="quiet" onClick={remove}>
            {say('Remove link')}
          </Button>
        )}
        <Button look="main" type="submit">
          {present === '' ? say('Add link') : say('Change link')}
        </Button>
      </div>
    </form>
  );
}

/**
 * Links the selection, or the whole of the link that holds the caret; with neither, the address itself is inserted.
 */
function setLink(editor: Editor, href: string): void {
  const { empty } = editor.state.selection;
  if (empty && !editor.isActive('link'))
    editor.commands.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] });
  else editor.chain().extendMarkRange('link').setLink({ href }).run();
}
