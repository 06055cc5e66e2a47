import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';

/** Copies of certificates stand beside the form of their check, a PDF in a frame of the page itself. */
const isFramed = (path: string): boolean => path.startsWith('/certificate-files/');

/**
 * Nonce, content policy and the other headers of every answer.
 * Mantine's style attributes cannot carry a nonce, hence style-src-attr; in development Vite adds styles and a socket.
 */
export function securityHeaders({ development, secure }: { development: boolean; secure: boolean }): RequestHandler {
  return (req, res, next) => {
    const nonce = randomBytes(16).toString('base64');
    res.locals.cspNonce = nonce;
    const policy = {
      'default-src': "'self'",
      'script-src': `'self' 'nonce-${nonce}'`,
      'style-src-elem': development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
      'style-src-attr': "'unsafe-inline'",
      'img-src': "'self' data: blob:",
      'font-src': "'self' data:",
      'connect-src': development ? "'self' ws:" : "'self'",
      'object-src': isFramed(req.path) ? "'self'" : "'none'",
      'base-uri': "'self'",
      'form-action': "'self'",
      'frame-ancestors': isFramed(req.path) ? "'self'" : "'none'",
    };
    res.set({
      'Content-Security-Policy': Object.entries(policy)
        .map(([name, value]) => `${name} ${value}`)
        .join('; '),
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': isFramed(req.path) ? 'SAMEORIGIN' : 'DENY',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      ...(secure ? { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' } : {}),
    });
    next();
  };
}
