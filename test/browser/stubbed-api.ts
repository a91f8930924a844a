/** Answers of the API that a test chooses, so that each state of a screen can be looked at. */
import type { Page, Route } from 'playwright-core';

/** An answer, a refusal with its status, or none for as long as the page is open. */
export type Stub =
  { readonly answer: unknown } | { readonly refusal: number } | { readonly never: true };

/** Answers every request to the API whose address ends so; the last stub of an address holds. */
export async function stub(page: Page, address: string, how: Stub): Promise<void> {
  const isMeant = ({ pathname }: URL): boolean =>
    pathname.startsWith('/api/') && pathname.endsWith(address);
  await page.unroute(isMeant);
  await page.route(isMeant, (route) => answer(route, how));
}

async function answer(route: Route, how: Stub): Promise<void> {
  if ('never' in how) return;
  if ('answer' in how) return route.fulfill({ json: how.answer });
  const { refusal: status } = how;
  await route.fulfill({
    status,
    contentType: 'application/problem+json',
    json: {
      type: 'about:blank',
      title: 'Refused',
      status,
      detail: status === 403 ? 'You may not see this.' : 'Something went wrong here. Try again.',
      instance: new URL(route.request().url()).pathname,
      code: status === 403 ? 'FORBIDDEN' : 'INTERNAL_ERROR',
      correlationId: 'test-correlation',
    },
  });
}

/** By how many pixels a page is wider than its window. */
export async function sideways(page: Page): Promise<number> {
  return page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
}
