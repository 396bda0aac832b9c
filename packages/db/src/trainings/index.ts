export {
  measureOperator,
  measureOthers,
  type OperatorSample,
  type OthersSample,
  type Sample,
} from './measures.js';
export {
  listPatternBases,
  listPatternCalls,
  listPatternCounts,
  patternCountsQuery,
  type PatternBase,
  type PatternCount,
} from './patterns.js';
