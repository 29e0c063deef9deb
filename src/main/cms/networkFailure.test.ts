import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Agent, fetch as undiciFetch } from 'undici';
import { expect, test } from 'vitest';
import { certificateMaker } from '../../../tools/certificates';
import { networkFailure } from './networkFailure';

const url = new URL('https://press.example/wp-json/');
const coded = (code: string, more: object = {}): Error => Object.assign(new Error(code), { code, ...more });
const wrapped = (cause: Error): Error => new TypeError('fetch failed', { cause });

test.each([
  ['ECONNREFUSED', 'cms_unreachable', 'Nothing answers at press.example'],
  ['ERR_CONNECTION_REFUSED', 'cms_unreachable', 'Nothing answers at press.example'],
  ['ENOTFOUND', 'cms_unreachable', 'no site called press.example'],
  ['ERR_NAME_NOT_RESOLVED', 'cms_unreachable', 'no site called press.example'],
  ['CERT_HAS_EXPIRED', 'cms_certificate', 'not valid today'],
  ['ERR_CERT_DATE_INVALID', 'cms_certificate', 'not valid today'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'cms_certificate', 'belongs to another site'],
  ['ERR_CERT_COMMON_NAME_INVALID', 'cms_certificate', 'belongs to another site'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'cms_certificate', 'does not trust'],
  ['ERR_CERT_AUTHORITY_INVALID', 'cms_certificate', 'does not trust'],
  ['ERR_CERT_REVOKED', 'cms_certificate', 'does not trust'],
  ['ERR_PROXY_CONNECTION_FAILED', 'cms_proxy', 'proxy'],
  ['ERR_TUNNEL_CONNECTION_FAILED', 'cms_proxy', 'proxy'],
])('%s ends before anything is sent, and is told in words of its own', (code, failure, words) => {
  const told = networkFailure(url, true, wrapped(coded(code)));
  expect(told).toMatchObject({ code: failure, facts: { maybeDone: false } });
  expect(told.message).toContain(words);
});

test.each([
  'ECONNRESET',
  'EPIPE',
  'UND_ERR_SOCKET',
  'ERR_CONNECTION_RESET',
  'ERR_EMPTY_RESPONSE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ERR_CONNECTION_TIMED_OUT',
  'EPROTO',
  'anything else',
])('after %s a write may be done', (code) => {
  expect(networkFailure(url, true, wrapped(coded(code))).facts.maybeDone).toBe(true);
  expect(networkFailure(url, false, wrapped(coded(code))).facts.maybeDone).toBe(false);
});

test('a time-out says so, and whether the connection was made tells whether a write may be done', () => {
  const late = networkFailure(url, true, new DOMException('too late', 'TimeoutError'));
  expect(late.message).toContain('did not answer in time');
  expect(late.facts.maybeDone).toBe(true);
  expect(networkFailure(url, true, coded('EHOSTUNREACH', { syscall: 'connect' })).facts.maybeDone).toBe(
    false,
  );
  expect(networkFailure(url, true, wrapped(coded('UND_ERR_CONNECT_TIMEOUT'))).facts.maybeDone).toBe(false);
});

test('for a host with several addresses, the first one’s problem is reported', () => {
  const both = new AggregateError([coded('ECONNREFUSED'), coded('ENETUNREACH')]);
  expect(networkFailure(url, true, wrapped(both)).message).toContain('ECONNREFUSED');
});

test.each([
  ['an expired certificate', 'localhost', -1, 'not valid today'],
  ['a certificate of another site', 'press.example', 30, 'belongs to another site'],
])('%s is told in words of its own by the command line too', async (_, host, days, words) => {
  const maker = await certificateMaker();
  const server = createServer(await maker.make(host, days), (_asked, answer) => answer.end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const site = new URL(`https://localhost:${(server.address() as AddressInfo).port}`);
  const trusting = new Agent({ connect: { ca: maker.cert } });
  const error: unknown = await undiciFetch(site, { dispatcher: trusting }).catch((thrown: unknown) => thrown);
  const told = networkFailure(site, true, error);
  expect(told).toMatchObject({ code: 'cms_certificate', facts: { maybeDone: false } });
  expect(told.message).toContain(words);
  await trusting.close();
  server.close();
});
