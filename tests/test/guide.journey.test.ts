import { readFileSync } from 'node:fs';
import { DESTINATIONS } from '@perezvon/bot-gateway/testing';
import { Role } from '@perezvon/contracts';
import type { Person } from '@perezvon/telegram-simulator';
import { testBackends } from '@perezvon/messaging/testing';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { screenOf } from '../src/crawl/read-screen.js';
import { readGuideChecks, type GuideCheck, type Reader } from '../src/guide/checks.js';
import { fillClinic } from '../src/guide/guide-clinic.js';
import { newGuideWalker, type GuideWalker } from '../src/guide/walk.js';
import { hasBrowser, withPhone, type Phone, type Picture } from '../src/pictures/phone.js';
import { startProduct, type RunningProduct } from '../src/running-product.js';

/** His name is the first in the alphabet: where the guide says «…» of a list of operators, it is he who is meant. */
const FIRST_OF_OPERATORS = 'Алла';
const READERS = {
  operator: 'operator',
  marketing: 'marketing',
  admin: 'admin',
  superadmin: 'superadmin',
  supreme_dev: 'supremeDev',
} as const satisfies Record<Role, Reader>;
/** Some hundred checks, on a machine that is busy with other tests. */
const TIMEOUT_MS = 600_000;

const [backend] = testBackends();

let running: RunningProduct;
beforeAll(async () => {
  if (backend === undefined) throw new Error('there is always a queue backend to test on');
  running = await startProduct(backend);
  await fillClinic(running);
}, TIMEOUT_MS);
afterAll(() => running.stop());

/** What nobody can open when he likes: it comes when it is time for it, or while something runs or differs. */
const COME_BY_THEMSELVES = ['alert', 'remind', 'digest', 'weekly', 'runstop', 'runex'];
/** Doors, and the help itself: they have no «❓», by which a screen is known here. */
const WITHOUT_NAME = ['hello', 'menu', 'help', 'helpch', 'what'];
/** For those who take calls themselves, or are given some: whoever gives work out may be one of them, and is not. */
const OF_OWN_CALLS = ['mystat', 'mytrain', 'dsp-of', 'dsp-why', 'dsp-send', 'asg-result'];

interface Walk {
  faults: string[];
  /** Whose screens were seen, by their ids. */
  seen: ReadonlyMap<Reader, ReadonlySet<string>>;
}

/** Everybody with the guide in his hand, one check after the other; who reads the same one does it at the same time. */
const walkGuide = async (
  checks: readonly GuideCheck[],
  personOf: (reader: Reader) => Person,
): Promise<Walk> => {
  const seen = new Map<Reader, Set<string>>();
  const walkers = new Map<Reader, GuideWalker>();
  const begin = (reader: Reader): GuideWalker => {
    const screens = new Set<string>();
    const walker = newGuideWalker(personOf(reader), (message) => {
      const screen = screenOf(message);
      if (screen !== null) screens.add(screen);
    });
    seen.set(reader, screens);
    walkers.set(reader, walker);
    return walker;
  };
  const faults: string[] = [];
  for (const check of checks) {
    const found = await Promise.all(
      check.readers.map(async (reader) => {
        const fault = await (walkers.get(reader) ?? begin(reader)).walk(check);
        return fault === null ? [] : [`${reader}: ${fault}`];
      }),
    );
    faults.push(...found.flat());
  }
  return { faults, seen };
};

/** Screens that somebody may open and that the guide does not lead him to. */
const missedBy = (role: Role, seen: ReadonlySet<string>): string[] => {
  const left = [...COME_BY_THEMSELVES, ...WITHOUT_NAME, ...(role === 'operator' ? [] : OF_OWN_CALLS)];
  return DESTINATIONS.filter(({ kind, isFor }) => kind === 'screen' && isFor(role))
    .map(({ id }) => id)
    .filter((id) => !seen.has(id) && !left.includes(id));
};

/** A picture in the documentation stays small. */
const MOST_BYTES = 150_000;
const testInBrowser: typeof test.skip = hasBrowser ? test : test.skip;

/** From the menu to a call and to a file; the heights show each screen whole. */
const takePictures = async (phone: Phone): Promise<Picture[]> => {
  await phone.open(running.clinic.otherAdmin.firstName);
  await phone.see('красных звонков за 7 дней');
  const menu = await phone.picture('menu.png', 560);
  await phone.tap(/LM Аналитика/u);
  await phone.tap(/Риски жалоб/u);
  await phone.see('👤 без ответственного');
  const list = await phone.picture('list.png', 1_320);
  await phone.tap(/^#\d+ · /u);
  await phone.see('Почему');
  const card = await phone.picture('card.png', 1_110);
  await phone.tap(/🏠 Меню/u);
  await phone.tap(/Экспорт/u);
  await phone.tap(/Выгрузить/u);
  await phone.see('Выгрузка готова');
  return [menu, list, card, await phone.picture('export.png', 760)];
};

testInBrowser(
  'what the pictures in the documentation show fits a phone',
  async () => {
    const pictures = await withPhone(running.chatUrl, takePictures);
    expect(pictures.map(({ overhang }) => overhang)).toEqual([0, 0, 0, 0]);
    expect(Math.max(...pictures.map(({ bytes }) => bytes))).toBeLessThan(MOST_BYTES);
  },
  TIMEOUT_MS,
);

test(
  'everything that the guide tells its readers to check is as it says, and it leads everybody to every screen of his',
  async () => {
    const newcomer = running.stranger(FIRST_OF_OPERATORS);
    const guide = readFileSync(new URL('../../docs/guide.ru.md', import.meta.url), 'utf8');
    const { faults, seen } = await walkGuide(readGuideChecks(guide), (reader) =>
      reader === 'newcomer' ? newcomer : running.person(reader),
    );

    expect(faults).toEqual([]);
    const missed = Object.entries(READERS).map(([role, reader]) => [
      role,
      missedBy(Role.parse(role), seen.get(reader) ?? new Set()),
    ]);
    expect(missed).toEqual(Object.keys(READERS).map((role) => [role, []]));
  },
  TIMEOUT_MS,
);
