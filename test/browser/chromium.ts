/** A Chromium that `npm ci` brings, so that pages can be tried on a bare machine. */
import { type Browser, chromium, type Page } from 'playwright-core';
import { unpackedChromium } from './unpacked-chromium.js';

/** No sandbox, as tests may run as root; nothing that would make the browser less strict than a user's. */
const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--font-render-hinting=none',
];

/** Starts the browser; close it at the end. On other systems than Linux it is the Chrome that is installed. */
export async function startChromium(): Promise<Browser> {
  if (process.platform !== 'linux') {
    return chromium.launch({ channel: 'chrome', args: browserArguments });
  }
  const { executablePath, environment } = await unpackedChromium();
  const env = { ...process.env, ...environment } as Record<string, string>;
  return chromium.launch({ executablePath, env, args: browserArguments, headless: true });
}

export interface PageSettings {
  readonly baseUrl: string;
  /** In CSS pixels. Default 1440. */
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly reducedMotion?: boolean;
  /** Who is at the screen; null: nobody has said yet. Default Ruth Ellison. */
  readonly author?: string | null;
}

/** A new window with nothing kept from earlier ones. Whatever goes wrong on its pages is collected in `faults`. */
export async function openWindow(
  browser: Browser,
  settings: PageSettings,
): Promise<{ page: Page; faults: string[] }> {
  const { author = 'Ruth Ellison' } = settings;
  const context = await browser.newContext({
    baseURL: settings.baseUrl,
    viewport: { width: settings.width ?? 1440, height: settings.height ?? 900 },
    colorScheme: settings.dark === true ? 'dark' : 'light',
    reducedMotion: settings.reducedMotion === true ? 'reduce' : 'no-preference',
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    acceptDownloads: true,
  });
  if (author !== null) {
    await context.addInitScript(
      `if (location.protocol === 'http:') localStorage.setItem('qar.author', ${JSON.stringify(author)})`,
    );
  }
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return { page, faults };
}
