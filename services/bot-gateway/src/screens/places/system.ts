import { z } from 'zod';
import { VersionRef } from '../../domain/version-ref.js';
import { definePlace } from '../define-place.js';

const MAX_PAGE = 99;

/** «⚙️ Система»: how the parts of the product are, and what a developer does with them. */
export const systemPlace = definePlace({ id: 'sys', permission: 'system.view', params: z.object({}) });

/** «Версии LM»: the stored versions of the rules. */
export const versionsPlace = definePlace({
  id: 'vers',
  permission: 'lm.manage',
  params: z.object({ page: z.int().min(0).max(MAX_PAGE) }),
});

/** One version's card. */
export const versionCardPlace = definePlace({
  id: 'ver',
  permission: 'lm.manage',
  params: z.object({ version: VersionRef }),
});

/** Is this version to decide from now on? */
export const versionActivatePlace = definePlace({
  id: 'veron',
  permission: 'lm.manage',
  params: z.object({ version: VersionRef }),
});

/** Back to the version before? */
export const versionRollBackPlace = definePlace({
  id: 'verback',
  permission: 'lm.manage',
  params: z.object({}),
});
