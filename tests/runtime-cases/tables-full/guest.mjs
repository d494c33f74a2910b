// One filled table in each of 240 instances: what is not touched costs the host nothing.
import { lifecycle } from '../shared/lifecycle.mjs';

const COUNT = 240;

export default () => ({
  component: `(component
    (core module $hoard
      (table 200000 funcref)
      (func $f)
      (elem declare func $f)
      (func $fill (table.fill 0 (i32.const 0) (ref.func $f) (i32.const 200000)))
      (start $fill))
    ${'(core instance (instantiate $hoard))'.repeat(COUNT)}
    ${lifecycle})`,
});
