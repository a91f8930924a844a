import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { axeFindings } from './accessibility.js';
import { openWindow, startChromium } from './chromium.js';
import { type Product, startProduct } from './product.js';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  product = await startProduct();
  browser = await startChromium();
});

afterAll(async () => {
  await browser.close();
  await product.stop();
});

describe('the page of a term', () => {
  it('opens first, for the term being planned', async () => {
    const { page, faults } = await openWindow(browser, { baseUrl: product.url });
    await page.goto('/');
    await page.getByRole('heading', { level: 1, name: 'Spring 2027' }).waitFor();
    await page.getByText('148 of 153 reviews have a lead').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('changes with the term', async () => {
    const { page } = await openWindow(browser, { baseUrl: product.url });
    await page.goto('/');
    await page.getByRole('button', { name: 'Spring 2027' }).click();
    await page.getByRole('menuitem', { name: 'Summer 2027' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Summer 2027' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/terms/summer-2027');
  });
});
