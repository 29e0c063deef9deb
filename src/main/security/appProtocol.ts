import { assertNever } from '#shared/domain/failure';
import { readFile } from 'node:fs/promises';
import { type Session, protocol } from 'electron';
import { SCHEME, contentType, wanted } from './appFiles';

/** An image of the store. */
interface AssetFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

interface Sources {
  /** The folder of the built interface. */
  readonly folder: string;
  /** Null for one that the store does not have, or no longer as it was added. */
  readonly asset: (hash: string) => AssetFile | null;
}

/**
 * Call it before the app is ready. Without `codeCache` a custom scheme compiles its scripts at every start;
 * `supportFetchAPI` without `corsEnabled` let pages read other origins (CVE-2026-70604).
 */
export function registerAppScheme(): void {
  const privileges = {
    standard: true,
    secure: true,
    supportFetchAPI: true,
    corsEnabled: true,
    codeCache: true,
  };
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }]);
}

/** Serves the interface and the store's images under `app://nutgraf`, with the content policy on every answer. */
export function serveAppFiles(session: Session, sources: Sources): void {
  session.protocol.handle(SCHEME, (request) => {
    const reads = request.method === 'GET' || request.method === 'HEAD';
    return reads ? respond(request.url, sources) : refusal(405);
  });
}

/**
 * Node loads what an answer is made of at the first one, which takes it up to 100 ms. Called while a page's process
 * starts, nobody waits for that.
 */
export function prepareAnswers(): void {
  Response.error();
}

const refusal = (status: number): Response => new Response(null, { status, headers: securityHeaders });

async function respond(address: string, { folder, asset }: Sources): Promise<Response> {
  const target = wanted(address, folder);
  switch (target.kind) {
    case 'asset': {
      const found = asset(target.hash);
      return found ? send(found, 'public, max-age=31536000, immutable') : refusal(404);
    }
    case 'file': {
      const type = contentType(target.path);
      return type ? sendFile(target.path, type, 'no-cache') : refusal(404);
    }
    case 'nothing':
      return refusal(404);
    default:
      return assertNever(target);
  }
}

function send({ bytes, type }: AssetFile, cacheControl: string): Response {
  const headers = { ...securityHeaders, 'content-type': type, 'cache-control': cacheControl };
  return new Response(bytes, { headers });
}

async function sendFile(path: string, type: string, cacheControl: string): Promise<Response> {
  try {
    return send({ bytes: await readFile(path), type }, cacheControl);
  } catch {
    return refusal(404);
  }
}

/**
 * What one of our pages may load and do. Trusted Types: only ProseMirror's clipboard, whose content the schema then
 * filters, may pass markup to the DOM. Style attributes set by React and TipTap go through the CSSOM, which
 * `style-src` allows.
 */
const directives = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-src': "'none'",
  'frame-ancestors': "'none'",
  'object-src': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'ProseMirrorClipboard',
} as const;

const policy = Object.entries(directives)
  .map(([directive, sources]) => `${directive} ${sources}`)
  .join('; ');

/** The headers of every answer under `app://`. */
const securityHeaders = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
} as const;
