import { assertNever } from '#shared/domain/failure';
import { readFile } from 'node:fs/promises';
import { type Session, protocol } from 'electron';
import { SCHEME, contentType, wanted } from './appFiles';
import { securityHeaders } from './contentPolicy';

/** An image of the store. */
interface AssetFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

interface Sources {
  /** The folder of the built interface. */
  readonly folder: string;
  /** Null for one that the store does not hold, or no longer as it was added. */
  readonly asset: (hash: string) => AssetFile | null;
}

/**
 * Must be called before the app is ready. Without `codeCache` a custom scheme compiles its scripts at every start;
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
