(component
  (core module $m (func (export "number") (result i32) (i32.const 7)))
  (core instance $i (instantiate $m))
  (func $number (result u32) (canon lift (core func $i "number")))
  (export "lifecycle" (func $number)))
