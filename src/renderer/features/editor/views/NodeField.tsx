import { oneLine } from '#shared/domain/fields';
import { typedChange } from '../fields/typedChange';
import { useLiveText } from '../fields/useLiveText';
import { TYPED } from '../history/wordsInHistory';
import { leadOn } from './leadOn';
import type { NodePlace } from './leadOn';

interface NodeFieldProps {
  readonly place: NodePlace;
  /** The attribute of the node that is typed here: one line of text. */
  readonly name: string;
  readonly label: string;
  readonly placeholder: string;
}

/**
 * A field in the view of a node. Whatever is typed at a node, beside its content, is typed in one of these: it behaves
 * as the fields over the text do, and the keys lead from one to the next and out into the text.
 */
export function NodeField({ place, name, label, placeholder }: NodeFieldProps) {
  const { editor } = place;
  const live = useLiveText<HTMLInputElement>({
    current: () => attributeOf(place, name),
    keep: (text) => setAttribute(place, name, oneLine(text)),
  });
  return (
    <input
      type="text"
      aria-label={label}
      placeholder={placeholder}
      dir="auto"
      readOnly={!editor.isEditable}
      data-field={name}
      data-node-field
      {...live}
      onKeyDown={(event) => leadOn(event, place)}
    />
  );
}

function attributeOf({ editor, getPos }: NodePlace, name: string): string {
  const at = getPos();
  return String((at === undefined ? null : editor.state.doc.nodeAt(at)?.attrs[name]) ?? '');
}

function setAttribute(place: NodePlace, name: string, text: string): void {
  const { editor, getPos } = place;
  const at = getPos();
  const before = attributeOf(place, name);
  if (at === undefined || text === before) return;
  const typed = typedChange(`${name} of ${String(editor.state.doc.nodeAt(at)?.attrs['id'])}`, before, text);
  const change = editor.state.tr.setNodeAttribute(at, name, text);
  editor.view.dispatch(typed ? change.setMeta(TYPED, typed) : change);
}
