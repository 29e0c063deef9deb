import { readFile } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createServer } from 'vite';
import { inProject } from './project';
import { renderer } from '../electron.vite.config';

test('what the page loads before its scripts is there in development too', async () => {
  const server = await createServer({
    ...renderer,
    configFile: false,
    logLevel: 'silent',
    optimizeDeps: { noDiscovery: true },
    server: { host: '127.0.0.1', port: 0 },
  });
  onTestFinished(() => server.close());
  await server.listen();
  const source = await readFile(inProject('src', 'renderer', 'index.html'), 'utf8');
  const page = await server.transformIndexHtml('/index.html', source);
  const [, font = ''] = /rel="preload"\s+href="([^"]+)"/u.exec(page) ?? [];
  const answer = await fetch(new URL(font, server.resolvedUrls?.local[0]));
  expect(answer.headers.get('content-type')).toBe('font/woff2');
});
