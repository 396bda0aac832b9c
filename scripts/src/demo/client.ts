import type { Gender } from './fill.js';
import { createRandom, type Random } from './random.js';
import { DEMO_SOURCES, type DemoSource } from './sources.js';
import type { Dialogue, Names } from './texts-schema.js';

/** A made-up client: the same number and the same source every time, so that his calls are found together. */
export interface Client {
  gender: Gender;
  /** First name and patronymic. */
  name: string;
  surname: string;
  surnameMale: string;
  surnameFemale: string;
  phone: string;
  /** Where he found the clinic. */
  source: DemoSource;
}

/** So many clients that about every third call is somebody's second. */
const CLIENTS = 700;
const PHONE_DIGITS = 7;
/** No operator has the code 000: nobody can be reached by a number of the demo. */
const NOBODYS_CODE = '+7000';

/** In per cent: in a week the first two bring calls enough to be compared, the others do not. */
const SHARE_OF_SOURCE: Readonly<Record<DemoSource, number>> = {
  Сайт: 38,
  'Яндекс Карты': 30,
  '2ГИС': 18,
  Рекомендации: 14,
};

const makeClient = (index: number, names: Names): Client => {
  const random = createRandom(`client-${index}`);
  const gender: Gender = index % 2 === 0 ? 'f' : 'm';
  const { first, patronymic } = gender === 'f' ? names.female : names.male;
  const surnameMale = random.pick(names.surnames);
  const surnameFemale = `${surnameMale}а`;
  const digits = String(random.int(0, 10 ** PHONE_DIGITS - 1)).padStart(PHONE_DIGITS, '0');
  return {
    gender,
    name: `${random.pick(first)} ${random.pick(patronymic)}`,
    surname: gender === 'f' ? surnameFemale : surnameMale,
    surnameMale,
    surnameFemale,
    phone: `${NOBODYS_CODE}${digits}`,
    source: random.weighted(DEMO_SOURCES, (source) => SHARE_OF_SOURCE[source]),
  };
};

/** Whether somebody can say these lines. */
export const canSay = ({ gender }: Client, { client }: Dialogue): boolean =>
  client === 'any' || client === gender;

/** Somebody who can say these lines. */
export const pickClient = (dialogue: Dialogue, names: Names, random: Random): Client => {
  const index = random.int(0, CLIENTS - 1);
  const isEven = index % 2 === 0;
  const fits = dialogue.client === 'any' || (dialogue.client === 'f') === isEven;
  return makeClient(fits ? index : index ^ 1, names);
};
