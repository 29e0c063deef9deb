import { DOMParser } from 'linkedom';
import { html } from 'parse5';
import type { Token, TreeAdapter, TreeAdapterTypeMap } from 'parse5';

/** The part of linkedom's nodes that a tree is built with; its own types name the DOM's, which main does not have. */
interface TreeNode {
  readonly nodeType: number;
  readonly localName: string;
  readonly parentNode: TreeNode | null;
  readonly previousSibling: TreeNode | null;
  readonly firstChild: TreeNode | null;
  readonly lastChild: TreeNode | null;
  readonly childNodes: TreeNode[];
  textContent: string | null;
  appendChild(node: TreeNode): void;
  insertBefore(node: TreeNode, before: TreeNode): void;
  hasAttribute(name: string): boolean;
  setAttribute(name: string, value: string): void;
  replaceWith(node: TreeNode): void;
  remove(): void;
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

/** What parse5 makes, said with linkedom's nodes. */
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

/** A document of linkedom's without any node. */
export function emptyDocument(): TreeDocument {
  return new DOMParser().parseFromString('', 'text/html') as unknown as TreeDocument;
}

/** An element's attributes and namespace as the page has them, which linkedom keeps only in part. */
interface Origin {
  readonly attributes: Token.Attribute[];
  readonly namespace: html.NS;
}

const plain: Origin = { attributes: [], namespace: html.NS.HTML };

/** Builds one document of linkedom's nodes for parse5. What a `<template>` holds are its children. */
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
    insertBefore: (parent, node, before) => parent.insertBefore(node, before),
    insertText(parent, text) {
      joinText(parent.lastChild, text, () => parent.appendChild(document.createTextNode(text)));
    },
    insertTextBefore(parent, text, before) {
      const insert = (): void => parent.insertBefore(document.createTextNode(text), before);
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
  // Nothing reads a page's doctype but the parser itself, which keeps the mode that it asks for.
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

/** The parser hands a text over in pieces, which are one node. */
function joinText(before: TreeNode | null, text: string, insert: () => void): void {
  if (before?.nodeType === TEXT) before.textContent = `${before.textContent ?? ''}${text}`;
  else insert();
}
