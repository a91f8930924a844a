import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { checkoutFolder } from './configuration.js';

/** What the build writes in place of a nonce, see `html.cspNonce` of web/vite.config.ts. */
const noncePlaceholder = '__CSP_NONCE__';

/** Addresses that are not pages of the web app. */
const notAPage = /^\/(api|health|assets)(\/|$)/;

/** Where the built web app lies; `npm run build` puts it there. */
const builtFolder = path.join(checkoutFolder(), 'dist', 'web');

/** Nonces are told to helmet through `response.locals`. */
function nonceOf(response: unknown): string {
  const { locals } = response as Response;
  locals.nonce ??= randomBytes(16).toString('base64');
  return String(locals.nonce);
}

/**
 * The pages may run our own scripts and styles and talk to this server, nothing else. Styles that Mantine writes into
 * the page carry a nonce that is new in every answer.
 */
const pagePolicy = helmet({
  // No HTTPS of our own: a proxy in front adds it, and browsers must not be told to insist on it here.
  strictTransportSecurity: false,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'", (_request, response) => `'nonce-${nonceOf(response)}'`],
      'img-src': ["'self'", 'data:'],
      'font-src': ["'self'"],
      'connect-src': ["'self'"],
      'manifest-src': ["'self'"],
      'base-uri': ["'none'"],
      'form-action': ["'self'"],
      'frame-ancestors': ["'none'"],
    },
  },
});

/** The API's own pages bring inline styles; nothing there comes from another origin either. */
const apiPolicy = helmet({
  strictTransportSecurity: false,
  contentSecurityPolicy: { directives: { 'upgrade-insecure-requests': null } },
});

/** Security headers of every answer: the strict ones for all but the pages that describe the API. */
export function secureHeaders(request: Request, response: Response, next: NextFunction): void {
  (request.path.startsWith('/api/docs') ? apiPolicy : pagePolicy)(request, response, next);
}

/**
 * Serves the web app: its files, which never change under their names, and its one page at every address that is not
 * the API's. Call it before `init`, so that the API's own routes come after the files only.
 */
export function serveWebApp(application: NestExpressApplication, folder = builtFolder): void {
  application.useStaticAssets(path.join(folder, 'assets'), {
    prefix: '/assets/',
    index: false,
    immutable: true,
    maxAge: '1y',
  });
  application.use(async (request: Request, response: Response, next: NextFunction) => {
    if (!wantsPage(request)) return next();
    const page = await readPage(folder);
    response.set('Cache-Control', 'no-cache').type('html');
    response.send(page.replaceAll(noncePlaceholder, nonceOf(response)));
  });
}

function wantsPage({ method, path: address, headers }: Request): boolean {
  if ((method !== 'GET' && method !== 'HEAD') || notAPage.test(address)) return false;
  return headers.accept?.includes('text/html') === true;
}

/** Read each time: a new build names its files anew. */
async function readPage(folder: string): Promise<string> {
  try {
    return await readFile(path.join(folder, 'index.html'), 'utf8');
  } catch (cause) {
    throw new Error('The web app is not built. Run "npm run build".', { cause });
  }
}
