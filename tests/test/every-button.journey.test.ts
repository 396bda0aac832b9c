import { DESTINATIONS } from '@perezvon/bot-gateway/testing';
import type { Role } from '@perezvon/contracts';
import type { Clinic } from '@perezvon/db/testing';
import { testBackends } from '@perezvon/messaging/testing';
import type { Person } from '@perezvon/telegram-simulator';
import { afterEach, expect, test } from '@jest/globals';
import { pressButtons } from '../src/crawl/press-buttons.js';
import { pairOf } from '../src/crawl/read-screen.js';
import type { Press } from '../src/crawl/walker.js';
import { givenBusyDay, givenTurn } from '../src/given-busy-day.js';
import { nasty } from '../src/nasty.js';
import { startProduct, type RunningProduct } from '../src/running-product.js';
import { screenFaults } from '../src/screen-faults.js';

const ANSWERED_WITHIN_MS = 1_000;
/** Two thousand presses, on a machine that is busy with other tests. */
const TIMEOUT_MS = 560_000;

/** From the least to the most powerful: whoever has had his turn may then be blocked or given another role. */
const TURNS = [
  ['marketing', 'marketing'],
  ['operator', 'operator'],
  ['admin', 'admin'],
  ['superadmin', 'superadmin'],
  ['supremeDev', 'supreme_dev'],
] as const satisfies readonly (readonly [keyof Clinic, Role])[];

const OTHER_LANGUAGE = /^🇬🇧 /u;
const SCREEN_IDS = DESTINATIONS.flatMap(({ id, kind }) => (kind === 'screen' ? [id] : []));

const CRAWL = {
  depth: 8,
  isScreen: (id: string): boolean => SCREEN_IDS.includes(id),
  typed: {
    find: 'жалобу врачу',
    'as-date': 'завтра 15:00',
    'as-what': nasty('Обновить прайс'),
    'as-note': nasty('Предложить утро'),
    'asg-date': 'через 20 дней',
    'asg-say': nasty('Врач в отпуске'),
    'many-date': 'завтра 15:00',
    'train-date': 'завтра 15:00',
    logcall: '#500002',
    contact: nasty('Мария, кабинет 5'),
    'dsp-why': nasty('Клиент говорил о другой клинике'),
    'dsp-end': nasty('Послушали вместе'),
    avgbook: '3 500',
    'cmp-sum': '1 500,50 ₽',
    'cmp-ok': nasty('Два часа в очереди'),
    'cmp-end': nasty('Дорого'),
    'cmp-lim': '12 000',
    'notify-hush': '22:30–07:30',
    'notify-day': '9:30',
    'hrs-day': '9–20',
    'hrs-spec': '31.12 9–15',
    sos: nasty('Не открывается карточка'),
    soswrite: nasty('Ещё раз'),
    ticket: nasty('Очередь стоит'),
  },
} as const;

/** Messages that the clock sends, and what is on them: `alerts.db.test.ts` of the gateway. */
const BY_THE_CLOCK = ['alert', 'remind', 'digest', 'weekly', 'ntf-no'];
/** The newcomer's own, below; another language would be read by nobody here, see `settings.db.test.ts`. */
const NOT_WALKED = ['hello', 'ask', 'langgo'];
/** Own calls and work: of whoever has a code in the calls, which only the operator of this clinic has. */
const OF_OPERATORS = ['mystat', 'mytrain', 'dsp-of', 'dsp-why', 'dsp-send'];
/** They need a second version of the rules and what came of trying it: `versions.journey.test.ts`, `runs.db.test.ts`. */
const OF_TRIALS = [
  'veron',
  'verback',
  'runstop',
  'runrep',
  'runex',
  'runfile',
  'v-on',
  'v-back',
  'v-shadow',
  'v-retire',
  'r-pause',
  'r-go',
  'r-stop',
];
/**
 * What the walk has at hand may be finished before their turn comes, or their screen was walked for another move or is
 * too deep; `guide.journey.test.ts` presses them by name.
 */
const BY_THE_GUIDE = [
  'cmp-no',
  'asg-give',
  'asg-off',
  'asg-more',
  'asg-pause',
  'asg-go',
  'many-go',
  'train-give',
];

/** Screens that a role may see by its permission and has no way to here. */
const WITHOUT_WAY: Readonly<Record<Role, readonly string[]>> = {
  marketing: [],
  operator: [],
  admin: OF_OPERATORS,
  superadmin: OF_OPERATORS,
  supreme_dev: OF_OPERATORS,
};

let product: RunningProduct | undefined;
afterEach(async () => {
  await product?.stop();
  product = undefined;
});

const [backend] = testBackends();

const startBusyProduct = async (): Promise<RunningProduct> => {
  if (backend === undefined) throw new Error('there is always a queue backend to test on');
  product = await startProduct(backend, { nameOf: nasty });
  await givenBusyDay(product);
  return product;
};

/** What is wrong with one press, each with the way to it. */
const faultsOf = (who: string, { path, from, to, answeredInMs, screen, hasShown }: Press): string[] => {
  const isRoot = who === 'newcomer' || to === '<0' || to === 'menu';
  const faults = screenFaults(screen, { isRoot });
  if (answeredInMs !== null && answeredInMs > ANSWERED_WITHIN_MS)
    faults.push(`was answered after ${Math.round(answeredInMs)} ms`);
  // The tab that is open leads to itself; a file comes below.
  if (!hasShown && from !== to && to !== null && (to.startsWith('<') || CRAWL.isScreen(to)))
    faults.push('leads nowhere');
  return faults.map((fault) => `${who}: ${path.join(' › ')} ${fault}`);
};

/** Every screen and action that presses have led to or begun from. */
const idsOf = (presses: readonly Press[]): Set<string | null> =>
  new Set(presses.flatMap(({ from, to }) => [from, to]));
const pairsOf = (presses: readonly Press[]): string[] =>
  presses.map(({ from, to }) => pairOf(from ?? '', to ?? ''));

/** Somebody who asks to be let in; the door is all there is. */
const askForAccess = async (stranger: Person, settled: () => Promise<void>): Promise<string[]> => {
  const options = { ...CRAWL, isLeftOut: () => false, known: new Set<string>(), settled };
  const presses = await pressButtons(stranger, options);
  expect(presses.map(({ path }) => path)).toEqual([['Запросить доступ']]);
  return presses.flatMap((press) => faultsOf('newcomer', press));
};

/** Presses of each role in its turn. */
const crawlByRole = async (started: RunningProduct): Promise<Map<Role, Press[]>> => {
  const { person, settled } = started;
  const byRole = new Map<Role, Press[]>();
  for (const [who, role] of TURNS) {
    await givenTurn(started, who);
    const before = [...byRole.values()].flat();
    const seen = idsOf(before);
    const options = {
      ...CRAWL,
      settled,
      // Whoever may do less has pressed everything; what is shared with him is not pressed in every way once more.
      known: new Set(role === 'superadmin' || role === 'supreme_dev' ? pairsOf(before) : []),
      // The walk reads one language only; «❓» of a screen leads everybody to the same chapter.
      isLeftOut: ({ label }: { label: string }, screen: string | null) =>
        OTHER_LANGUAGE.test(label) || (label === '❓' && seen.has(screen)),
    };
    byRole.set(role, await pressButtons(person(who), options));
  }
  return byRole;
};

/** Screens that a role does not get to though it may, and actions that nobody gets to. */
const unmetOf = (byRole: ReadonlyMap<Role, readonly Press[]>): string[] => {
  const never = [...BY_THE_CLOCK, ...NOT_WALKED, ...OF_TRIALS, ...BY_THE_GUIDE];
  const screens = [...byRole].flatMap(([role, presses]) => {
    const met = idsOf(presses);
    const expected = DESTINATIONS.filter(({ kind, isFor }) => kind === 'screen' && isFor(role));
    return expected
      .filter(({ id }) => !met.has(id) && ![...never, ...WITHOUT_WAY[role]].includes(id))
      .map(({ id }) => `${role} does not get to ${id}`);
  });
  const done = idsOf([...byRole.values()].flat());
  const actions = DESTINATIONS.filter(({ id, kind }) => kind === 'action' && !done.has(id));
  return [
    ...screens,
    ...actions.filter(({ id }) => !never.includes(id)).map(({ id }) => `nobody gets to ${id}`),
  ];
};

test(
  'every button of every role is answered at once, and leads to a readable screen with a way back',
  async () => {
    const started = await startBusyProduct();
    const faults: string[] = [];
    for (const name of ['Новенькая', 'Другая'])
      faults.push(...(await askForAccess(started.stranger(nasty(name)), started.settled)));

    const byRole = await crawlByRole(started);
    for (const [role, presses] of byRole) faults.push(...presses.flatMap((press) => faultsOf(role, press)));
    // A screen that nobody gets to has no faults either.
    expect({ faults, unmet: unmetOf(byRole) }).toEqual({ faults: [], unmet: [] });
  },
  TIMEOUT_MS,
);
