import { Extension } from '@tiptap/core';
import { DOMParser } from '@tiptap/pm/model';
import type { ParseOptions, Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { sanitise } from '#shared/document/sanitise';

/**
 * Reads what is pasted or dropped: no script, frame, form or hidden part of the page it comes from gets through,
 * and the schema then takes only the nodes, marks and attributes that it knows, and filters every address.
 */
class SafeParser extends DOMParser {
  override parseSlice(dom: HTMLElement, options?: ParseOptions): Slice {
    sanitise(dom);
    return super.parseSlice(dom, options);
  }
}

export const SafePaste = Extension.create({
  name: 'safePaste',
  addProseMirrorPlugins() {
    const { schema } = this.editor;
    const clipboardParser = new SafeParser(schema, DOMParser.fromSchema(schema).rules);
    return [new Plugin({ props: { clipboardParser } })];
  },
});
