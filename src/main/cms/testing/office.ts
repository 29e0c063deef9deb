import { createServer as createHttp, type Server } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { generate } from 'selfsigned';

export const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** Lets a server listen on a free port of this computer. */
export const listen = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });

export function shut(...servers: readonly Server[]): void {
  for (const server of servers) {
    server.close();
    server.closeAllConnections();
  }
}

/** An address at which nothing listens. */
export async function goneAddress(): Promise<string> {
  const nobody = createHttp();
  await listen(nobody);
  const address = `http://127.0.0.1:${portOf(nobody)}`;
  await new Promise((resolve) => nobody.close(resolve));
  return address;
}

/** An office network: a proxy, and behind it a site with a self-signed certificate. */
export interface Office {
  /** Host and port. */
  readonly proxy: string;
  /** The connections requested from the proxy. */
  readonly tunnels: readonly string[];
  /** The site's port, without the proxy. */
  readonly sitePort: number;
  readonly close: () => void;
}

/** @param answerTo the proxy's answer, as an HTTP status, to who asks for a connection; with 200 it leads to the site */
export async function openOffice(answerTo: (tunnel: string) => number): Promise<Office> {
  const tunnels: string[] = [];
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'press.example' }]);
  const site = createHttps({ key, cert }, (_asked, answer) => answer.end('there'));
  const proxy = createHttp();
  proxy.on('connect', ({ url = '' }, socket) => {
    tunnels.push(url);
    const status = answerTo(url);
    if (status !== 200) {
      socket.end(`HTTP/1.1 ${status} No\r\n\r\n`);
      return;
    }
    const onward = connect(portOf(site), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
  });
  await Promise.all([listen(site), listen(proxy)]);
  return {
    proxy: `127.0.0.1:${portOf(proxy)}`,
    tunnels,
    sitePort: portOf(site),
    close: () => shut(site, proxy),
  };
}
