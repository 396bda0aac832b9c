import { rulesetActivate, rulesetRetire, rulesetRollBack, rulesetShadow } from '@perezvon/contracts';
import { z } from 'zod';
import { tagOfRef, VersionRef } from '../../domain/version-ref.js';
import { defineAction } from '../define-action.js';
import { versionCardPlace, versionsPlace } from '../places/system.js';

const OneVersion = z.object({ version: VersionRef });
type OneVersion = z.infer<typeof OneVersion>;
const payload = ({ version }: OneVersion) => ({ tag: tagOfRef(version) });
const leadsTo = ({ version }: OneVersion) => versionCardPlace.address({ version });

/** «✅ Подтвердить» of an activation. */
export const activateVersion = defineAction({
  id: 'v-on',
  params: OneVersion,
  intent: rulesetActivate,
  payload,
  leadsTo,
});

/** «✅ Подтвердить» of a roll-back. */
export const rollBackVersion = defineAction({
  id: 'v-back',
  params: z.object({}),
  intent: rulesetRollBack,
  payload: () => ({}),
  leadsTo: () => versionsPlace.address({ page: 0 }),
});

/** «👥 В тень». */
export const shadowVersion = defineAction({
  id: 'v-shadow',
  params: OneVersion,
  intent: rulesetShadow,
  payload,
  leadsTo,
});

/** «📦 В архив». */
export const retireVersion = defineAction({
  id: 'v-retire',
  params: OneVersion,
  intent: rulesetRetire,
  payload,
  leadsTo,
});
