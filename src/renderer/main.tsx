import '#shared/jitless';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { listenToInputMethods } from './base/composition';
import './app/styles.css';
import { followTheme } from './app/theme';

followTheme(document.documentElement);
listenToInputMethods();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
