export { Inspector, showInspectorTab } from './Inspector';
