export { runBench, type BenchIo } from './bench.js';
