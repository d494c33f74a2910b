// More core instances than an engine takes.
const COUNT = 12_000;

export default () => ({ component: `(component (core module $m) ${'(core instance (instantiate $m))'.repeat(COUNT)})` });
