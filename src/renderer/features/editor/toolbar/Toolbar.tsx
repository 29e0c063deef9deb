import { useEditorState } from '@tiptap/react';
import {
  Bold,
  ChevronDown,
  Heading2,
  Image,
  Italic,
  Link,
  List,
  ListOrdered,
  Megaphone,
  Quote,
  Send,
  Underline,
  type LucideIcon,
} from 'lucide-react';
import { Toolbar as Radix } from 'radix-ui';
import { Fragment } from 'react';
import { commands, isEnabled, type WindowCommandId } from '#shared/commands';
import { runCommand } from '#renderer/base/commands/commandBus';
import { useCommandKeys } from '#renderer/base/commands/commandKeys';
import { useOpenContext } from '#renderer/base/commands/context';
import { useObservable } from '#renderer/base/observable';
import { Button } from '#renderer/ui/Button';
import { IconButton } from '#renderer/ui/IconButton';
import type { OpenArticle } from '../openArticle';
import { LinkPopover } from './LinkPopover';
import type { Editor } from '@tiptap/core';
import { say, saying } from '#shared/language/say';

const groups: readonly (readonly [WindowCommandId, LucideIcon][])[] = [
  [
    ['format.bold', Bold],
    ['format.italic', Italic],
    ['format.underline', Underline],
    ['format.link', Link],
  ],
  [
    ['format.heading2', Heading2],
    ['format.quote', Quote],
    ['format.bulletList', List],
    ['format.orderedList', ListOrdered],
    ['insert.image', Image],
    ['insert.adSlot', Megaphone],
  ],
];

interface ToolbarProps {
  readonly article: OpenArticle;
  readonly readOnly: boolean;
}

/** The text's commands, above it. It is one tab stop; the arrow keys move along it. */
export function Toolbar({ article, readOnly }: ToolbarProps) {
  const editor = useObservable(article.editor);
  const { block, pressed } = useEditorState({ editor, selector: toolbarState }) ?? toolbarState({ editor });
  return (
    <Radix.Root aria-label={say('Text')} className="toolbar" data-editing-tools>
      <BlockSelect block={block} disabled={readOnly} />
      {groups.map((group) => (
        <Fragment key={group[0]?.[0]}>
          <Radix.Separator className="toolbar-line" />
          {group.map(([command, icon]) => (
            <ToolButton
              key={command}
              command={command}
              icon={icon}
              pressed={pressed[command]}
              disabled={readOnly}
            />
          ))}
        </Fragment>
      ))}
      <LinkPopover editor={editor} />
      <span className="flex-1" />
      <SendButton />
    </Radix.Root>
  );
}

interface ToolButtonProps {
  readonly command: WindowCommandId;
  readonly icon: LucideIcon;
  readonly pressed: boolean | undefined;
  readonly disabled: boolean;
}

function ToolButton({ command, icon, pressed, disabled }: ToolButtonProps) {
  const keys = useCommandKeys(command);
  return (
    <Radix.Button asChild disabled={disabled}>
      <IconButton
        label={commands[command].label()}
        icon={icon}
        {...(keys === undefined ? {} : { keys })}
        {...(pressed === undefined ? {} : { pressed })}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => void runCommand(command)}
      />
    </Radix.Button>
  );
}

function BlockSelect({ block, disabled }: { readonly block: BlockType; readonly disabled: boolean }) {
  return (
    <span className="block-select">
      <Radix.Button asChild disabled={disabled}>
        <select
          aria-label={say('Block type')}
          value={block}
          disabled={disabled}
          onChange={({ target }) => void runCommand(blockTypes[target.value as BlockType].command)}
        >
          {Object.entries(blockTypes).map(([value, { label }]) => (
            <option key={value} value={value}>
              {label()}
            </option>
          ))}
        </select>
      </Radix.Button>
      <ChevronDown aria-hidden />
    </span>
  );
}

function SendButton() {
  const context = useOpenContext();
  const keys = useCommandKeys('cms.send');
  return (
    <Radix.Button asChild>
      <Button
        look="main"
        disabled={!isEnabled('cms.send', { ...context, account: true })}
        title={`${commands['cms.send'].label()}${keys === undefined ? '' : ` (${keys})`}`}
        onClick={() => void runCommand(context.account ? 'cms.send' : 'cms.addAccount')}
      >
        <Send aria-hidden />
        {say('Send')}
      </Button>
    </Radix.Button>
  );
}

const blockTypes = {
  paragraph: { label: saying('Paragraph'), command: 'format.paragraph' },
  heading2: { label: saying('Crosshead'), command: 'format.heading2' },
  heading3: { label: saying('Crosshead, smaller'), command: 'format.heading3' },
  heading4: { label: saying('Crosshead, smallest'), command: 'format.heading4' },
} as const satisfies Record<string, { readonly label: () => string; readonly command: WindowCommandId }>;

type BlockType = keyof typeof blockTypes;

/** Which toolbar buttons are pressed, given the text at the caret. */
interface ToolbarState {
  readonly block: BlockType;
  readonly pressed: Readonly<Partial<Record<WindowCommandId, boolean>>>;
}

const marks = {
  'format.bold': 'bold',
  'format.italic': 'italic',
  'format.underline': 'underline',
  'format.link': 'link',
  'format.quote': 'blockquote',
  'format.bulletList': 'bulletList',
  'format.orderedList': 'orderedList',
} as const satisfies Partial<Record<WindowCommandId, string>>;

function toolbarState({ editor }: { readonly editor: Editor | null }): ToolbarState {
  if (!editor) return { block: 'paragraph', pressed: {} };
  const { parent } = editor.state.selection.$from;
  const level = parent.type.name === 'heading' ? String(parent.attrs['level']) : '';
  const block = level === '' ? 'paragraph' : (`heading${level}` as BlockType);
  const pressed = Object.entries(marks).map(([command, name]) => [command, editor.isActive(name)] as const);
  return { block, pressed: { ...Object.fromEntries(pressed), 'format.heading2': block === 'heading2' } };
}
