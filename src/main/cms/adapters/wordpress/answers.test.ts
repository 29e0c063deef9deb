import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readAnswer, retryAfter, leadsToPortal } from './answers';
import type { Answer } from './answers';

const now = Date.UTC(2026, 0, 1);
const answer = (status: number, body: unknown, change: Partial<Answer> = {}): Answer => ({
  status,
  method: 'GET',
  headers: new Headers({ 'content-type': 'application/json' }),
  text: typeof body === 'string' ? body : JSON.stringify(body),
  ...change,
});
const refused = (code: string, data: object = {}): object => ({
  code,
  message: `<strong>Error</strong>: ${code} &amp; so on`,
  data,
});

describe('readAnswer', () => {
  test.each([
    [401, refused('rest_not_logged_in'), 'cms_sign_in'],
    [403, refused('incorrect_password'), 'cms_sign_in'],
    [
      400,
      refused('rest_invalid_param', { details: { status: { code: 'rest_forbidden_status' } } }),
      'cms_sign_in',
    ],
    [403, refused('rest_cannot_create'), 'cms_forbidden'],
    [404, refused('rest_post_invalid_id'), 'cms_gone'],
    [410, refused('rest_already_trashed'), 'cms_gone'],
    [404, refused('rest_no_route'), 'cms_other_system'],
    [404, '<html>Not here</html>', 'cms_other_system'],
    [400, refused('empty_content'), 'cms_refused'],
    [500, refused('internal_server_error'), 'cms_server_error'],
    [502, '<html>Bad gateway</html>', 'cms_server_error'],
    [429, '', 'cms_busy'],
    [503, '<html>Maintenance</html>', 'cms_busy'],
    [200, '', 'cms_bad_answer'],
    [200, '<b>Notice</b>{"id":1}', 'cms_bad_answer'],
    [200, { id: 'not a number' }, 'cms_bad_answer'],
    [511, '', 'cms_portal'],
    [408, '', 'cms_busy'],
    [403, '<html>Firewall</html>', 'cms_forbidden'],
  ])('%i %j is %s', (status, body, code) => {
    expect(() => readAnswer(z.object({ id: z.int() }), answer(status, body), now)).toThrow(
      expect.objectContaining({ code }),
    );
  });

  test('only a write may have been done without a readable answer', () => {
    const read = (method: string): unknown => {
      try {
        return readAnswer(z.object({}), answer(200, '', { method }), now);
      } catch (error) {
        return error;
      }
    };
    expect(read('POST')).toMatchObject({ facts: { maybeDone: true } });
    expect(read('GET')).toMatchObject({ facts: { maybeDone: false } });
  });

  test('the site’s own words come without tags and entities', () => {
    expect(() => readAnswer(z.null(), answer(400, refused('empty_content')), now)).toThrow(
      /Error: empty_content & so on/u,
    );
  });
});

describe('a network’s sign-in page in the site’s place', () => {
  const page = (text: string, method = 'GET'): Answer =>
    answer(200, text, { method, headers: new Headers({ 'content-type': 'text/html; charset=utf-8' }) });

  test.each([
    '<form action="/auth"><input name="user"><input type="password" name="pass"></form>',
    `<FORM><INPUT name=x TYPE='password'></FORM>`,
    '<!-- <WISPAccessGatewayParam><Redirect></Redirect></WISPAccessGatewayParam> -->',
    '<meta http-equiv="refresh" content="0; url=http://hotspot.example/">',
  ])('%s is told as one, for a read and for a write', (text) => {
    for (const method of ['GET', 'POST']) {
      expect(() => readAnswer(z.object({}), page(text, method), now)).toThrow(
        expect.objectContaining({ code: 'cms_portal' }),
      );
    }
  });

  test.each(['<p>Welcome</p>', '<link href="/wp-content/x.css"><input type="password">'])(
    '%s is none',
    (text) => {
      expect(() => readAnswer(z.object({}), page(text), now)).toThrow(
        expect.objectContaining({ code: 'cms_other_system' }),
      );
    },
  );

  test.each([
    ['http://10.0.0.1/login?dst=https%3A%2F%2Fpress.example%2F', true],
    ['https://hotspot.example/', true],
    ['https://press.example/wp-login.php', false],
    ['https://www.press.example/', false],
  ])('a redirect to %s leads to one: %s', (target, leads) => {
    expect(leadsToPortal(new URL(target), new URL('https://press.example/wp-json/'))).toBe(leads);
  });
});

test.each([
  ['120', 120_000],
  [new Date(now + 60_000).toUTCString(), 60_000],
  [new Date(now - 60_000).toUTCString(), 0],
  ['999999999', 86_400_000],
  ['soon', null],
  [null, null],
])('Retry-After %s is %s ms', (header, ms) => {
  expect(retryAfter(header, now)).toBe(ms);
});
