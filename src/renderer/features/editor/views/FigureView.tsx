import { NodeViewWrapper } from '@tiptap/react';
import type { ReactNodeViewProps } from '@tiptap/react';
import type { Picture } from '#shared/document/documentNode';
import { GripVertical, ImageOff } from 'lucide-react';
import { useState } from 'react';
import { NodeField } from './NodeField';
import { say, saying } from '#shared/language/say';

const figureFields: readonly { name: keyof Picture; label: () => string; placeholder: () => string }[] = [
  { name: 'caption', label: saying('Caption'), placeholder: saying('Caption') },
  { name: 'credit', label: saying('Credit'), placeholder: saying('Credit') },
  {
    name: 'alt',
    label: saying('Alternative text'),
    placeholder: saying('Alternative text: what the image shows'),
  },
];

/**
 * An image with its caption, credit and alternative text. An image on another site is shown as its address: nothing
 * is fetched from it.
 */
export function FigureView({ node, selected, editor, getPos }: ReactNodeViewProps) {
  const text = (name: keyof Picture): string => String(node.attrs[name] ?? '');
  const asset = text('asset');
  const what = text('alt') || text('caption');
  return (
    <NodeViewWrapper
      as="figure"
      className="figure-box"
      aria-label={what === '' ? say('Image: no alternative text') : say('Image: {what}', { what })}
      data-selected={selected || undefined}
      contentEditable={false}
    >
      <div data-drag-handle className="figure-image">
        {asset === '' ? (
          <RemoteImage address={text('src')} />
        ) : (
          <StoredImage key={asset} asset={asset} alt={text('alt')} />
        )}
        {editor.isEditable && <GripVertical aria-hidden />}
      </div>
      <figcaption>
        {figureFields.map(({ name, label, placeholder }) => (
          <NodeField
            key={name}
            place={{ editor, getPos }}
            name={name}
            label={label()}
            placeholder={placeholder()}
          />
        ))}
      </figcaption>
    </NodeViewWrapper>
  );
}

/** An image of the store. Main serves only what was added: a damaged one is shown as missing. */
function StoredImage({ asset, alt }: { readonly asset: string; readonly alt: string }) {
  const [missing, setMissing] = useState(false);
  if (!missing) {
    const source = `app://nutgraf/asset/${asset}`;
    return <img src={source} alt={alt} draggable={false} onError={() => setMissing(true)} />;
  }
  return (
    <p className="remote-image">
      <ImageOff aria-hidden />
      <span>{say('This image is damaged or missing on disk. To repair it, drop it in again.')}</span>
    </p>
  );
}

function RemoteImage({ address }: { readonly address: string }) {
  return (
    <p className="remote-image">
      <ImageOff aria-hidden />
      <span>
        {say('This image is on its own site and is not shown here.')}
        <span className="address" dir="ltr">
          {address}
        </span>
      </span>
    </p>
  );
}
