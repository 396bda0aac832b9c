import { existsSync } from 'node:fs';
import { afterAll, test } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterThisTest } from './support.js';

const PLACES = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/chromium-browser'];
const executablePath = PLACES.find((place) => place !== undefined && existsSync(place));

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Reported as skipped only where there is no Chromium; `apt-get install chromium` or CHROMIUM_PATH brings it. */
export const testInBrowser: typeof test.skip = executablePath === undefined ? test.skip : test;

/** One browser for the tests of a file, started by the first of them; each test gets a profile of its own. */
let browser: Promise<Browser> | undefined;
const openBrowser = (): Promise<Browser> => {
  browser ??= chromium.launch({ ...(executablePath !== undefined && { executablePath }), args: FLAGS });
  return browser;
};
afterAll(async () => {
  await (await browser)?.close();
});

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

/** Errors the page itself caused; whatever lands here fails a test that looks. */
export interface OpenPage {
  page: Page;
  errors: string[];
}

/** The page in a fresh profile; closed after the test. */
export const openPage = async (url: string, viewport = DESKTOP): Promise<OpenPage> => {
  const context = await (await openBrowser()).newContext({ viewport, locale: 'ru' });
  afterThisTest(() => context.close());
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(url);
  return { page, errors };
};
