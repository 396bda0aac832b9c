/** `lm_version_tag` of the roll-ups of what is shown; those of single versions only explain a change of it. */
export const SHOWN = '';
