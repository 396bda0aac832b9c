import { isOpenExport } from '@perezvon/contracts';
import type { Person } from '../../people/person.js';
import { mayReceive } from '../../domain/may-receive.js';
import { findOwnExport, hasFile, listOwnExports, type ExportRow } from '../../queries/exports.js';
import { lines } from '../../text/html.js';
import type { Translate } from '../../text/translate.js';
import type { Button } from '../define-place.js';
import { defineScreen } from '../define-screen.js';
import { cancelExport, handOutExport } from './export-actions.js';
import { exportLabel, exportLines } from './export-words.js';
import { exportCardPlace, exportPlace, exportsPlace, FIRST_CHOICE } from '../places/exports.js';

/** «🗂 Мои выгрузки»: how far the one under way is, and the last ones. */
export const myExports = defineScreen({
  ...exportsPlace,
  load: ({ db, person }) => listOwnExports(db, person.id),
  render: (rows, tools) => {
    const { t } = tools;
    const open = rows.filter(({ state }) => isOpenExport(state));
    return {
      text: lines(
        t('exports-title'),
        '',
        rows.length === 0 ? t('exports-none') : null,
        ...open.map((row) => exportLines(tools, row)),
        open.length > 0 ? t('exports-wait') : null,
        open.length === 0 && rows.length > 0 ? t('exports-below') : null,
      ),
      rows: [
        ...open.map(({ id }) => [cancelExport.button(t('button-export-cancel'), { exportId: id })]),
        ...rows
          .filter(({ state }) => !isOpenExport(state))
          .map((row) => [exportCardPlace.link(exportLabel(tools, row), { exportId: row.id })]),
        [exportPlace.link(t('button-export-new'), FIRST_CHOICE)],
      ],
    };
  },
});

interface Standing {
  now: Date;
  person: Person;
  t: Translate;
}

/** What can be done with an export now. */
const actions = (row: ExportRow, { now, person, t }: Standing): Button[] => {
  if (isOpenExport(row.state)) return [cancelExport.button(t('button-export-cancel'), { exportId: row.id })];
  return hasFile(row, now) && mayReceive(person.role, row)
    ? [handOutExport.button(t('button-export-file'), { exportId: row.id })]
    : [];
};

/** One's own export: what it is, how it stands, its file. */
export const exportCard = defineScreen({
  ...exportCardPlace,
  load: ({ db, person }, { exportId }) => findOwnExport(db, { exportId, personId: person.id }),
  render: (row, tools) => {
    const { t, person, now } = tools;
    return {
      text: lines(
        exportLines(tools, row),
        hasFile(row, now) && !mayReceive(person.role, row) ? t('export-not-for-role') : null,
      ),
      rows: [actions(row, { now, person, t })],
    };
  },
});
