// A list of lists of lists...
const DEPTH = 10_000;

export default () => `${'{"items":'.repeat(DEPTH)}{}${'}'.repeat(DEPTH)}`;
