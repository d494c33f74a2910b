// A list of lists of lists...
const DEPTH = 20_000;

const levels = Array.from({ length: DEPTH }, (_, i) => `(type $t${i + 1} (list $t${i}))`);

export default () => ({ component: `(component (type $t0 (list u8)) ${levels.join(' ')})` });
