import { getProxyForUrl } from 'proxy-from-env';
import { ProxyAgent, fetch as undiciFetch } from 'undici';
import { isLoopback } from '../cms/siteAddress';

/**
 * Reaches sites through the proxy that the environment names (HTTPS_PROXY, HTTP_PROXY, ALL_PROXY, NO_PROXY, in either
 * case), and this computer itself never through one.
 */
export function environmentFetch(): typeof fetch {
  const agents = new Map<string, ProxyAgent>();
  const agentFor = (proxy: string): ProxyAgent => {
    const agent = agents.get(proxy) ?? new ProxyAgent(httpProxy(proxy));
    agents.set(proxy, agent);
    return agent;
  };
  return async (asked, init) => {
    const request = new Request(asked, init);
    const url = new URL(request.url);
    const proxy = isLoopback(url.hostname) ? '' : getProxyForUrl(url.href);
    if (proxy === '') return fetch(request);
    const { method, redirect, signal } = request;
    const body = request.body === null ? {} : { body: new Uint8Array(await request.arrayBuffer()) };
    const sending = { method, redirect, signal, headers: [...request.headers], ...body };
    const answer = await undiciFetch(url, { ...sending, dispatcher: agentFor(proxy) });
    const { status, headers } = answer;
    const bytes = new Uint8Array(await answer.arrayBuffer());
    return new Response(bytes.length === 0 ? null : bytes, { status, headers: [...headers] });
  };
}

/** A proxy without a scheme is used over http, as other programs do. */
function httpProxy(proxy: string): string {
  const isNamedSo = Object.values(process.env).includes(proxy);
  const address = isNamedSo ? proxy : proxy.replace(/^[a-z]+:/iu, 'http:');
  if (/^https?:\/\//iu.test(address) && URL.canParse(address)) return address;
  throw Object.assign(new Error('the environment names a proxy of another kind'), { code: 'ERR_PROXY_KIND' });
}
