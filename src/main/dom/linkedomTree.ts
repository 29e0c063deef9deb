import type { HtmlElement, HtmlNode } from '#shared/document/html';
import { DOMParser } from 'linkedom';
import { html } from 'parse5';
import type { Token, TreeAdapter, TreeAdapterTypeMap } from 'parse5';

/**
 * The part of linkedom's elements that the import needs; its own types name the DOM's types, which main does not
 * have.
 */
export interface PageElement extends HtmlElement {
  readonly ownerDocument: { createElement(name: string): PageElement } & HtmlElement['ownerDocument'];
  innerHTML: string;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  closest(selector: string): PageElement | null;
  replaceWith(...nodes: readonly HtmlNode[]): void;
  appendChild(node: HtmlNode): void;
  cloneNode(deep: boolean): PageElement;
}

/** The same as a tree is built with it: an element, or a text or comment, of which only the node's part is used. */
interface TreeNode extends PageElement {
  readonly localName: string;
  readonly parentNode: TreeNode | null;
  readonly previousSibling: TreeNode | null;
  readonly firstChild: TreeNode | null;
  readonly lastChild: TreeNode | null;
  readonly childNodes: TreeNode[];
  hasAttribute(name: string): boolean;
}

export interface TreeDocument extends TreeNode {
  readonly documentElement: TreeNode;
  readonly body: TreeNode;
  querySelectorAll(selector: string): Iterable<TreeNode>;
  createElement(name: string): TreeNode;
  createElementNS(namespace: string, name: string): TreeNode;
  createTextNode(text: string): TreeNode;
  createComment(text: string): TreeNode;
}

/** parse5's tree, expressed in linkedom's nodes. */
export type LinkedomMap = TreeAdapterTypeMap<
  TreeNode,
  TreeNode,
  TreeNode,
  TreeDocument,
  TreeNode,
  TreeNode,
  TreeNode,
  TreeNode,
  TreeNode,
  TreeNode
>;

const ELEMENT = 1;
const TEXT = 3;
const COMMENT = 8;

/** An empty linkedom document: the one door through which its nodes get their types. */
export function emptyDocument(): TreeDocument {
  return new DOMParser().parseFromString('', 'text/html') as unknown as TreeDocument;
}

/** An element's attributes and namespace as the page has them, which linkedom keeps only in part. */
interface Origin {
  readonly attributes: Token.Attribute[];
  readonly namespace: html.NS;
}

const plain: Origin = { attributes: [], namespace: html.NS.HTML };

/** Builds one document of linkedom nodes for parse5. The contents of a `<template>` become its children. */
export function linkedomTree(): TreeAdapter<LinkedomMap> {
  const document = emptyDocument();
  let mode = html.DOCUMENT_MODE.NO_QUIRKS;
  return {
    ...making(document),
    ...joining(document),
    ...reading,
    getDocumentMode: () => mode,
    setDocumentMode: (_document, found) => {
      mode = found;
    },
  };
}

type Adapter = TreeAdapter<LinkedomMap>;

function making(
  document: TreeDocument,
): Pick<
  Adapter,
  | 'createDocument'
  | 'createDocumentFragment'
  | 'createElement'
  | 'createTextNode'
  | 'createCommentNode'
  | 'adoptAttributes'
  | 'getAttrList'
  | 'getNamespaceURI'
> {
  const origins = new Map<TreeNode, Origin>();
  return {
    createDocument: () => document,
    createDocumentFragment: () => document.createElement('template'),
    createElement(name, namespace, attributes) {
      const element =
        namespace === html.NS.SVG ? document.createElementNS(namespace, name) : document.createElement(name);
      if (attributes.length > 0 || namespace !== html.NS.HTML)
        origins.set(element, { attributes, namespace });
      setAttributes(element, attributes);
      return element;
    },
    createTextNode: (text) => document.createTextNode(text),
    createCommentNode: (text) => document.createComment(text),
    adoptAttributes(element, attributes) {
      const others = attributes.filter(({ name }) => !element.hasAttribute(name));
      setAttributes(element, others);
    },
    getAttrList: (element) => (origins.get(element) ?? plain).attributes,
    getNamespaceURI: (element) => (origins.get(element) ?? plain).namespace,
  };
}

function joining(
  document: TreeDocument,
): Pick<Adapter, 'appendChild' | 'insertBefore' | 'insertText' | 'insertTextBefore' | 'detachNode'> {
  return {
    appendChild: (parent, node) => parent.appendChild(node),
    insertBefore: (parent, node, before) => void parent.insertBefore(node, before),
    insertText(parent, text) {
      joinText(parent.lastChild, text, () => parent.appendChild(document.createTextNode(text)));
    },
    insertTextBefore(parent, text, before) {
      const insert = (): void => void parent.insertBefore(document.createTextNode(text), before);
      joinText(before.previousSibling, text, insert);
    },
    detachNode: (node) => node.remove(),
  };
}

const reading = {
  getFirstChild: (node) => node.firstChild,
  getChildNodes: (node) => [...node.childNodes],
  getParentNode: (node) => node.parentNode,
  getTagName: (element) => element.localName,
  getTextNodeContent: (node) => node.textContent ?? '',
  getCommentNodeContent: (node) => node.textContent ?? '',
  getTemplateContent: (template) => template,
  setTemplateContent: () => {},
  isElementNode: (node): node is TreeNode => node.nodeType === ELEMENT,
  isTextNode: (node): node is TreeNode => node.nodeType === TEXT,
  isCommentNode: (node): node is TreeNode => node.nodeType === COMMENT,
  // Nothing reads a page's doctype except the parser, which keeps the mode it implies.
  isDocumentTypeNode: (_node): _node is TreeNode => false,
  setDocumentType: () => {},
  getDocumentTypeNodeName: () => '',
  getDocumentTypeNodePublicId: () => '',
  getDocumentTypeNodeSystemId: () => '',
  getNodeSourceCodeLocation: () => null,
  setNodeSourceCodeLocation: () => {},
  updateNodeSourceCodeLocation: () => {},
} satisfies Partial<Adapter>;

function setAttributes(element: TreeNode, attributes: readonly Token.Attribute[]): void {
  for (const { prefix, name, value } of attributes) {
    element.setAttribute(prefix === undefined || prefix === '' ? name : `${prefix}:${name}`, value);
  }
}

/** The parser delivers one text in pieces, which become one node. */
function joinText(before: TreeNode | null, text: string, insert: () => void): void {
  if (before?.nodeType === TEXT) before.textContent = `${before.textContent ?? ''}${text}`;
  else insert();
}
