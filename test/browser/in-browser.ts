/** A product and a browser of a test file's own, from before its first test until after its last. */
import { afterAll, beforeAll } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openWindow, type PageSettings, startChromium } from './chromium.js';
import { type Product, startProduct } from './product.js';

export interface InBrowser {
  /** Where the product is; known once the tests run. */
  readonly url: string;
  /** A new window with nothing kept from earlier ones. */
  open(settings?: Partial<PageSettings>): ReturnType<typeof openWindow>;
  /** What the API says at an address such as `/today`; with a body, what comes of sending it as Sam Whitely. */
  ask<Body>(address: string, body?: object, how?: Sending): Promise<Body>;
}

/** How a change is sent that starts from what stands. */
export interface Sending {
  readonly method?: 'POST' | 'PUT' | 'PATCH';
  /** The address whose ETag says from what. */
  readonly from: string;
}

/** The first file that asks for the sample waits until it is loaded and allocated. */
const startWithinMs = 400_000;

/** The parameters are those of `startProduct`. */
export function inBrowser(contents: 'SAMPLE' | 'NOTHING' = 'SAMPLE', today?: string): InBrowser {
  let product: Product;
  let browser: Browser;
  beforeAll(async () => {
    product = await startProduct(contents, today);
    browser = await startChromium();
  }, startWithinMs);
  afterAll(async () => {
    await browser.close();
    await product.stop();
  });
  return {
    get url() {
      return product.url;
    },
    open: (settings = {}) => openWindow(browser, { baseUrl: product.url, ...settings }),
    ask: async <Body>(address: string, body?: object, how?: Sending) => {
      const from = how && (await fetch(`${product.url}/api/v1${how.from}`)).headers.get('etag');
      const sent = body && {
        method: how?.method ?? 'POST',
        body: JSON.stringify(body),
        headers: {
          'content-type': 'application/json',
          'qar-author': 'Sam%20Whitely',
          ...(from ? { 'if-match': from } : {}),
        },
      };
      const answer = await fetch(`${product.url}/api/v1${address}`, sent);
      if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as Body;
    },
  };
}
