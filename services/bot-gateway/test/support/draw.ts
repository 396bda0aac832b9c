import type { DbClient } from '@perezvon/db';
import type { Address } from '../../src/screens/define-place.js';
import { drawTrail } from '../../src/screens/draw.js';
import { ACTIONS, SCREENS } from '../../src/screens/index.js';
import { menuPlace } from '../../src/screens/places/root.js';
import { indexScreens } from '../../src/screens/screen-index.js';
import { toPlainText } from '../../src/text/html.js';
import type { Surroundings } from '../../src/surroundings.js';
import type { Person } from '../../src/people/person.js';
import { strictTexts } from './texts.js';

const screens = indexScreens(SCREENS, ACTIONS);

/** The @name that links to the bot of a test begin with. */
export const TEST_BOT_NAME = 'perezvon_test_bot';

/** The queues live in PostgreSQL, and nobody said where their board is. */
export const TEST_SURROUNDINGS: Surroundings = { boardUrl: null, askRedis: () => Promise.resolve(null) };

/** What a person reads and may press. */
export interface Seen {
  /** Without markup. */
  text: string;
  /** With markup, as sent. */
  html: string;
  /** Labels row by row, way back included. */
  buttons: string[][];
  /** `callback_data` by label. */
  data: Record<string, string>;
}

/** Draws a screen, opened from the menu, as the bot sends it to this person. */
export const seeScreen = async (
  db: DbClient,
  person: Person,
  address: Address,
  {
    now,
    timezone = 'Europe/Moscow',
    surroundings = TEST_SURROUNDINGS,
  }: { now: () => Date; timezone?: string; surroundings?: Surroundings },
): Promise<Seen> => {
  const trail = [menuPlace.address({}), address].slice(address.data === menuPlace.address({}).data ? 1 : 0);
  const deps = { db, now, timezone, botName: TEST_BOT_NAME, surroundings, texts: strictTexts, screens };
  const { composed } = await drawTrail(deps, person, trail);
  return {
    text: toPlainText(composed.text),
    html: composed.text.html,
    buttons: composed.rows.map((row) => row.map(({ text }) => text)),
    data: Object.fromEntries(composed.rows.flat().map(({ text, data }) => [text, data])),
  };
};
