import { lifecycle } from '../shared/lifecycle.mjs';

export default () => ({
  component: `(component
    (core module $hoard
      (type $block (array (mut i8)))
      (table $kept 100000 (ref null $block))
      (func $fill (local $i i32)
        (loop $again
          (table.set $kept (local.get $i) (array.new_default $block (i32.const 65536)))
          (local.set $i (i32.add (local.get $i) (i32.const 1)))
          (br $again)))
      (start $fill))
    (core instance (instantiate $hoard))
    ${lifecycle})`,
});
