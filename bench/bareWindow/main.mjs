// An Electron app that is one window with one page, as safe as ours and nothing else: the peer of our own.
import { app, BrowserWindow } from 'electron';
import path from 'node:path';

const folder = path.resolve(app.getAppPath());
app.setPath('userData', path.join(folder, 'userData'));

async function open() {
  await app.whenReady();
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(path.join(folder, 'page', 'index.html'));
}

void open();

app.on('window-all-closed', () => app.quit());
