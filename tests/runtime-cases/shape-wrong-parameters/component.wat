(component
  (core module $m (func (export "number") (result i32) (i32.const 7)))
  (core instance $i (instantiate $m))
  (func $number (result u32) (canon lift (core func $i "number")))
  (instance $lifecycle
    (export "get-metadata" (func $number)) (export "init" (func $number)) (export "start" (func $number)) (export "stop" (func $number)))
  (export "phira:plugin/lifecycle@1.0.0" (instance $lifecycle)))
