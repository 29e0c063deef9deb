import type { CDPSession } from '@playwright/test';

type Tree = Awaited<ReturnType<typeof readTree>>;
type AxNode = Tree[number];

const readTree = async (session: CDPSession) => (await session.send('Accessibility.getFullAXTree')).nodes;

/** What Chromium calls a part that has no role of its own. */
const NO_ROLE: ReadonlySet<string> = new Set([
  '',
  'generic',
  'none',
  'GenericContainer',
  'paragraph',
  'image',
]);

/** What a screen reader must be able to say of each role besides its name. */
const states: Readonly<Record<string, string>> = {
  checkbox: 'checked',
  switch: 'checked',
  radio: 'checked',
  menuitemcheckbox: 'checked',
  menuitemradio: 'checked',
  tab: 'selected',
  option: 'selected',
  combobox: 'expanded',
};

const controls: ReadonlySet<string> = new Set([
  ...Object.keys(states),
  'button',
  'link',
  'menuitem',
  'textbox',
  'searchbox',
  'spinbutton',
  'slider',
  'listbox',
  'dialog',
  'tablist',
  'tabpanel',
  'radiogroup',
  'toolbar',
  'region',
]);

const roleOf = ({ role }: AxNode): string => String(role?.value ?? '');
const nameOf = ({ name }: AxNode): string => String(name?.value ?? '').trim();
const property = ({ properties = [] }: AxNode, wanted: string): unknown =>
  properties.find(({ name }) => name === wanted)?.value.value;

/** What a screen reader cannot say rightly of one part. */
function faultsOf(node: AxNode): readonly string[] {
  const role = roleOf(node);
  if (node.ignored || role === 'RootWebArea') return [];
  const called = `${role} “${nameOf(node).slice(0, 40)}”`;
  const takesFocus = property(node, 'focusable') === true;
  // Chromium tells nothing of which option is chosen in a select that is off.
  const isOff = property(node, 'disabled') === true;
  const wanted = role === 'option' && isOff ? undefined : states[role];
  const isMenuButton = role === 'button' && property(node, 'hasPopup') !== undefined;
  return [
    ...(takesFocus && NO_ROLE.has(role) ? [`${called} takes the focus and has no role`] : []),
    ...((takesFocus || controls.has(role)) && nameOf(node) === '' ? [`${called} has no name`] : []),
    ...(wanted !== undefined && property(node, wanted) === undefined
      ? [`${called} is not told ${wanted}`]
      : []),
    ...(isMenuButton && property(node, 'expanded') === undefined ? [`${called} is not told expanded`] : []),
  ];
}

type Attributes = Readonly<Record<string, string>>;

interface Element {
  readonly name: string;
  readonly attributes: Attributes;
}

async function elementOf(session: CDPSession, { backendDOMNodeId }: AxNode): Promise<Element> {
  if (backendDOMNodeId === undefined) return { name: '', attributes: {} };
  const { node } = await session.send('DOM.describeNode', { backendNodeId: backendDOMNodeId });
  const words = node.attributes ?? [];
  const pairs = words.flatMap((name, index) => (index % 2 === 0 ? [[name, words[index + 1] ?? '']] : []));
  return { name: node.localName, attributes: Object.fromEntries(pairs) as Attributes };
}

/**
 * What is not ours to mend, or nobody’s stop: parts that Chromium draws in its own controls, the guards that return the
 * focus into a menu, and what takes the focus by no key, as a pane or a part that scrolls.
 */
function isExempt({ attributes }: Element, node: AxNode): boolean {
  if ('pseudo' in attributes || 'data-radix-focus-guard' in attributes) return true;
  return NO_ROLE.has(roleOf(node)) && attributes['tabindex'] !== '0';
}

const tagOf = ({ name, attributes }: Element): string =>
  `<${[name, ...Object.entries(attributes).map(([key, value]) => `${key}="${value}"`)].join(' ')}>`;

/** What a screen reader cannot say rightly of a page, by Chromium’s own accessibility tree. */
export async function faultsOfTree(session: CDPSession): Promise<readonly string[]> {
  const found: string[] = [];
  for (const node of await readTree(session)) {
    const faults = faultsOf(node);
    if (faults.length === 0) continue;
    const element = await elementOf(session, node);
    if (!isExempt(element, node)) found.push(...faults.map((fault) => `${fault}: ${tagOf(element)}`));
  }
  return found;
}
