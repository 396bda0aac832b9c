import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { z } from 'zod';

/** `SCREENSHOTS=write` renews the pictures in `docs/screenshots/`; else they are taken and only looked at. */
const FOLDER = fileURLToPath(new URL('../../../docs/screenshots/', import.meta.url));
const isWriting = process.env['SCREENSHOTS'] === 'write';
const PLACES = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/chromium-browser'];
const executablePath = PLACES.find((place) => place !== undefined && existsSync(place));
const VIEWPORT = { width: 390, height: 780 };
/** The chat's wallpaper is most of a picture's bytes. */
const PLAIN = '.wallpaper { background: #dbe8d3 !important } .wallpaper::after { content: none !important }';

/** Whether there is a Chromium: `apt-get install chromium` or CHROMIUM_PATH brings it. */
export const hasBrowser = executablePath !== undefined;

export interface Picture {
  bytes: number;
  /** By how many pixels the page is wider than the screen. */
  overhang: number;
}

/** A page of the chat on a phone's screen. */
export interface Phone {
  /** Opens the chat of somebody whose name begins so, and starts the bot. */
  open: (name: string) => Promise<void>;
  /** Taps the newest button whose label fits. */
  tap: (label: RegExp) => Promise<void>;
  /** Waits for words in the newest message. */
  see: (words: string) => Promise<void>;
  /** @param height of the screen, in pixels: as much as there is to be seen */
  picture: (name: string, height: number) => Promise<Picture>;
}

const takePicture = async (page: Page, name: string, height: number): Promise<Picture> => {
  await page.setViewportSize({ ...VIEWPORT, height });
  // Strings: they run in the page, which has a document.
  await page.evaluate('document.fonts.ready');
  await page.locator('.toast').waitFor({ state: 'hidden' });
  const picture = await page.screenshot({ animations: 'disabled', caret: 'hide', style: PLAIN });
  if (isWriting) {
    await mkdir(FOLDER, { recursive: true });
    await writeFile(join(FOLDER, name), picture);
  }
  const width = z.number().parse(await page.evaluate('document.documentElement.scrollWidth'));
  return { bytes: picture.length, overhang: width - VIEWPORT.width };
};

const phoneOf = (page: Page): Phone => ({
  open: async (name) => {
    await page.getByRole('button', { name: 'К списку чатов', exact: true }).click();
    await page.getByRole('button', { name: new RegExp(`^${name}`, 'u') }).click();
    // Who has not written yet is offered one button instead of the line.
    await page.getByRole('button', { name: 'Начать', exact: true }).click();
  },
  tap: (label) => page.getByRole('button', { name: label }).last().click(),
  see: (words) => page.getByRole('article').filter({ hasText: words }).last().waitFor(),
  picture: (name, height) => takePicture(page, name, height),
});

/** Opens the chat's page in a browser of its own, which is closed when `use` is through. */
export const withPhone = async <Result>(
  url: string,
  use: (phone: Phone) => Promise<Result>,
): Promise<Result> => {
  const browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run'],
  });
  try {
    const context = await browser.newContext({ viewport: VIEWPORT, locale: 'ru', bypassCSP: true });
    const page = await context.newPage();
    await page.goto(url);
    return await use(phoneOf(page));
  } finally {
    await browser.close();
  }
};
