/**
 * What a page of ours may load and do. Trusted Types: only ProseMirror's clipboard, whose schema then sifts it, may hand
 * markup to the DOM. Style attributes that React and TipTap set go through the CSSOM, which `style-src` lets be.
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
export const securityHeaders = {
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
} as const;
