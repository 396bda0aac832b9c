import { z } from 'zod';

/** Who says something in a report's conversation. */
const PROBLEM_SIDES = ['author', 'developers'] as const;
export const ProblemSide = z.enum(PROBLEM_SIDES);
export type ProblemSide = z.infer<typeof ProblemSide>;

/** `waiting`: the developers have something to answer. */
export const PROBLEM_STATES = ['waiting', 'answered', 'closed'] as const;
export type ProblemState = (typeof PROBLEM_STATES)[number];

/** What people turn to somebody with; each has a person to write to. */
export const CONTACT_TOPICS = ['technical', 'metrics', 'access'] as const;
export const ContactTopic = z.enum(CONTACT_TOPICS);
export type ContactTopic = z.infer<typeof ContactTopic>;
