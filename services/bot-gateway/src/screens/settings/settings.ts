import { LANGUAGES, Language, settingsChooseLanguage } from '@perezvon/contracts';
import { z } from 'zod';
import { codeKey } from '@perezvon/texts';
import { lines } from '../../text/html.js';
import { defineAction } from '../define-action.js';
import { defineScreen } from '../define-screen.js';
import { clinicHoursPlace } from '../places/clinic-hours.js';
import { compensationLimitsPlace } from '../places/compensations.js';
import { notificationsPlace } from '../places/notifications.js';
import { averageBookingPlace } from '../places/control.js';
import { contactsPlace, languagePlace, settingsPlace } from '../places/settings.js';

/** «🔧 Настройки». */
export const settings = defineScreen({
  ...settingsPlace,
  load: (_tools, _params) => ({}),
  render: (_data, { t, person }) => ({
    text: lines(
      t('settings-title'),
      '',
      t('settings-language', { language: t(codeKey('language', person.language)) }),
    ),
    rows: [
      [notificationsPlace.link(t('button-notifications'), {})],
      [languagePlace.link(t('button-language'), {})],
      [contactsPlace.link(t('button-contacts'), {})],
      [averageBookingPlace.link(t('button-average-booking'), {})],
      [clinicHoursPlace.link(t('button-hours'), {})],
      [compensationLimitsPlace.link(t('button-compensation-limits'), {})],
    ],
  }),
});

/** A language's own name: it is found by who reads no other. */
export const chooseLanguage = defineAction({
  id: 'langgo',
  params: z.object({ language: Language }),
  intent: settingsChooseLanguage,
  payload: (params) => params,
  leadsTo: () => settingsPlace.address({}),
});

/** «🌐 Язык». */
export const language = defineScreen({
  ...languagePlace,
  load: (_tools, _params) => ({}),
  render: (_data, { t, person }) => ({
    text: lines(
      t('language-question'),
      '',
      t('settings-language', { language: t(codeKey('language', person.language)) }),
    ),
    rows: [
      LANGUAGES.filter((choice) => choice !== person.language).map((choice) =>
        chooseLanguage.button(t(codeKey('button-language', choice)), { language: choice }),
      ),
    ],
  }),
});
