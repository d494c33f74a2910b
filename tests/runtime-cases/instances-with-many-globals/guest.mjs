import { lifecycle } from '../shared/lifecycle.mjs';

const INSTANCES = 900;
const GLOBALS = 2000;

export default () => ({
  component: `(component
    (core module $hoard ${'(global (mut i64) (i64.const 1))'.repeat(GLOBALS)})
    ${'(core instance (instantiate $hoard))'.repeat(INSTANCES)}
    ${lifecycle})`,
});
